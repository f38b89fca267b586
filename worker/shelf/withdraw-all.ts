import { type ShelfNamespace, shelfOf } from "./on-shelf.ts";
import { type Person, personHash } from "./publisher.ts";

/** Takes back everything that a person shares: part of erasing a profile. */
export async function withdrawAll(shelves: ShelfNamespace, person: Person): Promise<void> {
  const publisher = await personHash(person);
  const ledger = shelfOf(shelves, publisher);
  for (const id of await ledger.itemsOf(publisher)) {
    await shelfOf(shelves, id).withdrawFor(id, publisher);
    await ledger.release(publisher, id);
  }
}
