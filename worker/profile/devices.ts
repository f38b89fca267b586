import type { Device } from "../../src/session/documents/bodies.ts";

/** The recovery sheet counts as one. */
export const MAX_DEVICES = 20;

/** When a device was last seen is kept to the hour: a write less for nearly every request, and nobody's night is logged. */
const SEEN_EVERY_MS = 3_600_000;

type Row = {
  id: string;
  key_hash: ArrayBuffer;
  kind: "device" | "recovery";
  name: string;
  created: number;
  last_seen: number;
};

export interface NewDevice {
  readonly keyHash: ArrayBuffer;
  readonly kind: "device" | "recovery";
  readonly name: string;
}

/** Who has a key to one profile: in SQLite, and in memory for as long as the object lives. */
export class Devices {
  readonly #sql: SqlStorage;
  #read: readonly Row[] | null = null;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** The device whose key this is. Every hash is compared to its end, whether or not one was found. */
  find(keyHash: ArrayBuffer): Device | null {
    let found: Row | null = null;
    for (const row of this.#rows()) {
      if (crypto.subtle.timingSafeEqual(row.key_hash, keyHash)) found = row;
    }
    return found && device(found);
  }

  list(): Device[] {
    return this.#rows().map(device);
  }

  /** Null where there are too many. A new recovery key takes the place of an earlier one, whose id is `replaced`. */
  add({ keyHash, kind, name }: NewDevice, nowMs: number): { added: Device; replaced: string | null } | null {
    const earlier = kind === "recovery" ? this.#rows().find((row) => row.kind === kind) : undefined;
    if (!earlier && this.#rows().length >= MAX_DEVICES) return null;
    if (earlier) this.remove(earlier.id);
    const id = crypto.randomUUID().replaceAll("-", "").slice(-16);
    this.#change("INSERT INTO device VALUES (?, ?, ?, ?, ?, ?)", id, keyHash, kind, name, nowMs, nowMs);
    return { added: { id, name, kind, createdAt: nowMs, lastSeenAt: nowMs }, replaced: earlier?.id ?? null };
  }

  /** Null where there is no such device. */
  rename(id: string, name: string): Device | null {
    this.#change("UPDATE device SET name = ? WHERE id = ?", name, id);
    return this.list().find((each) => each.id === id) ?? null;
  }

  /** False where there is no such device. */
  remove(id: string): boolean {
    if (!this.#rows().some((row) => row.id === id)) return false;
    this.#change("DELETE FROM device WHERE id = ?", id);
    return true;
  }

  markSeen({ id, lastSeenAt }: Device, nowMs: number): void {
    if (nowMs - lastSeenAt < SEEN_EVERY_MS) return;
    this.#change("UPDATE device SET last_seen = ? WHERE id = ?", nowMs, id);
  }

  #rows(): readonly Row[] {
    this.#read ??= this.#sql.exec<Row>("SELECT * FROM device ORDER BY created, id").toArray();
    return this.#read;
  }

  #change(statement: string, ...values: (string | number | ArrayBuffer)[]): void {
    this.#sql.exec(statement, ...values);
    this.#read = null;
  }
}

function device(row: Row): Device {
  return { id: row.id, name: row.name, kind: row.kind, createdAt: row.created, lastSeenAt: row.last_seen };
}
