import { fromBase64url } from "../../src/session/base64url.ts";
import type { Env } from "../env.ts";
import { liveStub } from "../limits/live-stub.ts";
import type { Shelf } from "./shelf.ts";

/** So many of the 256 shelves list what is reported, each a sixteenth of all presets. */
export const REPORT_SHELVES = 16;

/** The shelf on which a content or a publisher stands, by their hash in base64url: one per value of its first byte. */
export function shelfOf(env: Env, hash: string): DurableObjectStub<Shelf> {
  return numberedShelf(env, firstByte(hash));
}

/** The shelf that lists a preset once it is reported. */
export function reportShelfOf(env: Env, id: string): DurableObjectStub<Shelf> {
  return numberedShelf(env, firstByte(id) % REPORT_SHELVES);
}

/** A shelf by its number, 0 to 255. Shelves count among the objects that may be live; throws 503 beyond that. */
export function numberedShelf(env: Env, number: number): DurableObjectStub<Shelf> {
  const name = `shelf-${number.toString(16).padStart(2, "0")}`;
  return liveStub(env, env.SHELF, env.SHELF.idFromName(name));
}

function firstByte(hash: string): number {
  return fromBase64url(hash.slice(0, 2))?.[0] ?? 0;
}
