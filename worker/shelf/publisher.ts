import { secretHash } from "../../src/session/secret-hash.ts";

/** Who shares or reports: the profile where a request carries its key, else the address it comes from. */
export type Person =
  | { readonly kind: "profile"; readonly id: string }
  | { readonly kind: "address"; readonly address: string };

/** A person's name on the shelves. No shelf holds an address or a profile's id. */
export function personHash({ kind, ...person }: Person): Promise<string> {
  return secretHash(`luwte/shelf/${kind}/${"id" in person ? person.id : person.address}`);
}
