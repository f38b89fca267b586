import { toBase64url } from "../session/base64url.ts";
import { secretHash } from "../session/secret-hash.ts";

/** By this a publisher can take back what was shared. */
export interface WithdrawKey {
  /** Stays on the device until it is used. */
  readonly key: string;
  /** Goes with the publication. */
  readonly hash: string;
}

/** A new key of 256 bits, and its hash. */
export async function newWithdrawKey(): Promise<WithdrawKey> {
  const key = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  return { key, hash: await secretHash(key) };
}
