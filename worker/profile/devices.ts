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

/** The device whose key this is. Every hash is compared to its end, whether or not one was found. */
export function findDevice(sql: SqlStorage, keyHash: ArrayBuffer): Device | null {
  let found: Row | null = null;
  for (const row of sql.exec<Row>("SELECT * FROM device")) {
    if (crypto.subtle.timingSafeEqual(row.key_hash, keyHash)) found = row;
  }
  return found && device(found);
}

export function listDevices(sql: SqlStorage): Device[] {
  return sql.exec<Row>("SELECT * FROM device ORDER BY created, id").toArray().map(device);
}

export interface NewDevice {
  readonly keyHash: ArrayBuffer;
  readonly kind: "device" | "recovery";
  readonly name: string;
}

/** Null where there are too many. A new recovery key takes the place of an earlier one. */
export function addDevice(sql: SqlStorage, { keyHash, kind, name }: NewDevice, nowMs: number): Device | null {
  if (kind === "recovery") sql.exec("DELETE FROM device WHERE kind = 'recovery'");
  const { count } = sql.exec<{ count: number }>("SELECT COUNT(*) AS count FROM device").one();
  if (count >= MAX_DEVICES) return null;
  const id = crypto.randomUUID().replaceAll("-", "").slice(-16);
  sql.exec("INSERT INTO device VALUES (?, ?, ?, ?, ?, ?)", id, keyHash, kind, name, nowMs, nowMs);
  return { id, name, kind, createdAt: nowMs, lastSeenAt: nowMs };
}

export function renameDevice(sql: SqlStorage, id: string, name: string): Device | null {
  const [row] = sql.exec<Row>("UPDATE device SET name = ? WHERE id = ? RETURNING *", name, id).toArray();
  return row ? device(row) : null;
}

/** False where there is no such device. */
export function removeDevice(sql: SqlStorage, id: string): boolean {
  return sql.exec("DELETE FROM device WHERE id = ?", id).rowsWritten > 0;
}

export function markSeen(sql: SqlStorage, { id, lastSeenAt }: Device, nowMs: number): void {
  if (nowMs - lastSeenAt < SEEN_EVERY_MS) return;
  sql.exec("UPDATE device SET last_seen = ? WHERE id = ?", nowMs, id);
}

function device(row: Row): Device {
  return { id: row.id, name: row.name, kind: row.kind, createdAt: row.created, lastSeenAt: row.last_seen };
}
