import { fromBase64url } from "../../src/session/base64url.ts";
import type { Env } from "../env.ts";
import type { Shelf } from "./shelf.ts";

/** How many shelves there are: one per value of a hash's first byte. */
export const SHELVES = 256;

/** The shelf on which a content or a publisher stands, by their hash in base64url. */
export function shelfOf(env: Env, hash: string): DurableObjectStub<Shelf> {
  const [first = 0] = fromBase64url(hash.slice(0, 2)) ?? [];
  return numberedShelf(env, first);
}

/** @param number 0 to 255 */
export function numberedShelf({ SHELF }: Env, number: number): DurableObjectStub<Shelf> {
  return SHELF.get(SHELF.idFromName(`shelf-${number.toString(16).padStart(2, "0")}`));
}
