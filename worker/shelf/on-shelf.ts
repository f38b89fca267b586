import { fromBase64url } from "../../src/session/base64url.ts";
import type { Env } from "../env.ts";
import { liveProfiles } from "../limits/live-objects.ts";
import { limitFrom } from "../limits/setting.ts";
import { tooBusy } from "../profile/caller.ts";
import type { Shelf } from "./shelf.ts";

/** How many shelves there are: one per value of a hash's first byte. */
export const SHELVES = 256;

/** The shelf on which a content or a publisher stands, by their hash in base64url. */
export function shelfOf(env: Env, hash: string): DurableObjectStub<Shelf> {
  const [first = 0] = fromBase64url(hash.slice(0, 2)) ?? [];
  return numberedShelf(env, first);
}

/** A shelf by its number, 0 to 255. Shelves count among the objects that may be live; throws 503 beyond that. */
export function numberedShelf(env: Env, number: number): DurableObjectStub<Shelf> {
  const name = `shelf-${number.toString(16).padStart(2, "0")}`;
  const most = limitFrom(env.LUWTE_LIVE_PROFILES, Number.POSITIVE_INFINITY);
  if (!liveProfiles.touch(name, most, Date.now())) throw tooBusy();
  return env.SHELF.get(env.SHELF.idFromName(name));
}
