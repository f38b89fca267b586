import type { Env } from "../env.ts";
import { shelfOf } from "./on-shelf.ts";
import { type Person, personHash } from "./publisher.ts";

/** Takes back everything that a person shares: part of erasing a profile. */
export async function withdrawAll(env: Env, person: Person): Promise<void> {
  const publisher = await personHash(person);
  const ledger = shelfOf(env, publisher);
  for (const id of await ledger.itemsOf(publisher)) {
    await shelfOf(env, id).withdrawFor(id, publisher);
    await ledger.release(publisher, id);
  }
}
