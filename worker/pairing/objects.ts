import type { Env } from "../env.ts";
import { liveStub } from "../limits/live-stub.ts";
import type { Pairing } from "./pairing.ts";

/** So many objects hold all codes: few files, and no one of them is busy. */
const OBJECTS = 64;

/** The object that knows a code, by the first six bits of its hash. */
export function pairingFor(env: Env, codeHash: ArrayBuffer): DurableObjectStub<Pairing> {
  const [first = 0] = new Uint8Array(codeHash);
  return liveStub(env, env.PAIRING, env.PAIRING.idFromName(`pairing-${first % OBJECTS}`));
}
