import type { Routine } from "../session/routine.ts";
import { ACCOUNT_KEY, MIXES_KEY, SEEN_KEY } from "./accountKey.ts";
import { type Keep, type KeepTrouble, openKeep } from "./keep.ts";
import { type NightStore, nightStore } from "./nightRecord.ts";
import { parseRoutine, type ReadRoutine } from "./parseRoutine.ts";

/** Everything this device keeps. Nothing here fails: what cannot be kept lives until the page closes. */
export interface Store {
  readRoutine(): Promise<ReadRoutine>;
  saveRoutine(routine: Routine): Promise<void>;
  readonly night: NightStore;
  /** Raw drawer for kept copies of what the Worker served. */
  readonly keep: Keep;
  /** Whether there is anything of an account: a key, own mixes, or what others shared. */
  hasAccount(): Promise<boolean>;
  /** Asks the browser not to evict this origin, without ever showing a question. True where it is granted. */
  protect(): Promise<boolean>;
}

/** Where the routine stands in the keep. */
export const ROUTINE = "routine";

export function openStore(onTrouble: (trouble: KeepTrouble) => void, name?: string): Store {
  const keep = openKeep(onTrouble, name);
  return {
    readRoutine: async () => parseRoutine(await keep.get(ROUTINE)),
    // Merging with other devices asks when it was chosen.
    saveRoutine: (routine) => keep.put(ROUTINE, { ...routine, changedAt: Date.now() }),
    night: nightStore(keep),
    keep,
    async hasAccount() {
      const found = await Promise.all([ACCOUNT_KEY, MIXES_KEY, SEEN_KEY].map((key) => keep.get(key)));
      return found.some((each) => each !== undefined);
    },
    protect,
  };
}

async function protect(): Promise<boolean> {
  const storage = globalThis.navigator?.storage;
  if (!storage?.persist) return false;
  if (await storage.persisted()) return true;
  // Firefox answers persist() with a question on the screen; Chromium and Safari decide by themselves.
  if (navigator.userAgent.includes("Firefox/")) return false;
  return await storage.persist();
}
