import type { IDBPDatabase } from "idb";

/** Named values on this device. Reading and writing never fail: what cannot be kept lives until the page closes. */
export interface Keep {
  get(key: string): Promise<unknown>;
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /** Forgets everything. Unlike the rest it rejects where it could not: nobody may believe that it is gone. */
  clear(): Promise<void>;
}

/** `full`: no room left. `closed`: this browser keeps nothing here (private window, switched off, damaged). */
export type KeepTrouble = "full" | "closed";

const STORE = "kept";

/**
 * Opens the keep in IndexedDB.
 * @param onTrouble told once, the first time that something could not be written
 * @param name of the database
 */
export function openKeep(onTrouble: (trouble: KeepTrouble) => void, name = "luwte"): Keep {
  const opened = open(name).catch(() => null);
  // What the database would not take; it comes before what the database holds.
  const memory = new Map<string, unknown>();
  let told = false;

  function tell(trouble: KeepTrouble): void {
    if (told) return;
    told = true;
    onTrouble(trouble);
  }

  return {
    async get(key) {
      if (memory.has(key)) return memory.get(key);
      const database = await opened;
      return await database?.get(STORE, key).catch(() => undefined);
    },
    async put(key, value) {
      memory.set(key, value);
      const database = await opened;
      if (!database) return tell("closed");
      try {
        await database.put(STORE, value, key);
        if (memory.get(key) === value) memory.delete(key);
      } catch (error) {
        tell(isQuota(error) ? "full" : "closed");
      }
    },
    async remove(key) {
      memory.delete(key);
      const database = await opened;
      await database?.delete(STORE, key).catch(() => undefined);
    },
    async clear() {
      memory.clear();
      await (await opened)?.clear(STORE);
    },
  };
}

async function open(name: string): Promise<IDBPDatabase> {
  const { openDB } = await import("idb");
  return await openDB(name, 1, { upgrade: (database) => void database.createObjectStore(STORE) });
}

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}
