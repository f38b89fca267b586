/** The one code by which a device can join now: a new one takes the place of the one before. */
export function keepCode(sql: SqlStorage, codeHash: ArrayBuffer, expiresAt: number): void {
  forgetCode(sql);
  sql.exec("INSERT INTO pairing VALUES (?, ?)", codeHash, expiresAt);
}

export function forgetCode(sql: SqlStorage): void {
  sql.exec("DELETE FROM pairing");
}

/** Whether this is the code, still in time; it is forgotten in the same breath. */
export function useCode(sql: SqlStorage, codeHash: ArrayBuffer, nowMs: number): boolean {
  const [row] = sql.exec<{ code_hash: ArrayBuffer; expires: number }>("SELECT * FROM pairing").toArray();
  if (!row || row.expires <= nowMs || !crypto.subtle.timingSafeEqual(row.code_hash, codeHash)) return false;
  forgetCode(sql);
  return true;
}
