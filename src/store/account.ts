import * as v from "valibot";
import { Admission } from "../session/documents/bodies.ts";
import { ACCOUNT_KEY } from "./accountKey.ts";
import type { Keep } from "./keep.ts";

const Kept = v.strictObject({
  profileId: Admission.entries.profileId,
  secret: Admission.entries.secret,
  deviceId: Admission.entries.device.entries.id,
  /** Set once the service did not know the key any longer. Nothing else is forgotten then. */
  refused: v.boolean(),
});

/** By what the service knows this device. */
export type KeptAccount = Readonly<v.InferOutput<typeof Kept>>;

export interface AccountStore {
  /** Null where this device is connected with no other. */
  get(): Promise<KeptAccount | null>;
  put(account: KeptAccount): Promise<void>;
  clear(): Promise<void>;
}

export function accountStore(keep: Keep): AccountStore {
  return {
    async get() {
      const parsed = v.safeParse(Kept, await keep.get(ACCOUNT_KEY));
      return parsed.success ? parsed.output : null;
    },
    put: (account) => keep.put(ACCOUNT_KEY, account),
    clear: () => keep.remove(ACCOUNT_KEY),
  };
}
