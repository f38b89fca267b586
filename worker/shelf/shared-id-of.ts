import * as v from "valibot";
import { SharedId } from "../../src/session/shared.ts";
import { Refusal } from "../refusal.ts";

/** An id from an address; throws `shared-not-found` for what cannot be one, before any shelf is asked. */
export function sharedIdOf(text: string): string {
  if (!v.is(SharedId, text)) throw new Refusal("shared-not-found");
  return text;
}
