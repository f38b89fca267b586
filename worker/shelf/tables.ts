/** One entry per version of a shelf's tables; entries are never changed once shelves of that version exist. */
export const STEPS: readonly string[] = [
  `
  -- A shared preset; gone_at is when its last hold ended, and its body went with it.
  CREATE TABLE item (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT, gone_at INTEGER, blocked INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  -- Somebody who shares it: several people can share the same mix, and each takes back only their own share.
  CREATE TABLE hold (
    item TEXT NOT NULL, withdraw_hash TEXT NOT NULL, publisher TEXT NOT NULL, until INTEGER,
    withdrawn INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (item, withdraw_hash)
  ) WITHOUT ROWID;
  CREATE TABLE report (
    item TEXT NOT NULL, reporter TEXT NOT NULL, reason TEXT NOT NULL, note TEXT, at INTEGER NOT NULL,
    PRIMARY KEY (item, reporter)
  ) WITHOUT ROWID;
  -- Which presets have reports, wherever they stand: sixteen shelves list them all, so that an operator wakes few.
  CREATE TABLE reported (item TEXT PRIMARY KEY) WITHOUT ROWID;
  -- What publishers share, wherever it stands; a publisher's own shelf counts it.
  CREATE TABLE share (
    publisher TEXT NOT NULL, item TEXT NOT NULL, bytes INTEGER NOT NULL, until INTEGER,
    PRIMARY KEY (publisher, item)
  ) WITHOUT ROWID;
  `,
];

/** What an error says that every method of a shelf gives where newer code has been here; an error keeps only its words on its way. */
export const SHELF_TOO_NEW = "this shelf was kept by newer code";

/** Brings a shelf's tables to the newest version; throws {@link SHELF_TOO_NEW} where newer code has been here. */
export function prepareTables(storage: DurableObjectStorage, steps = STEPS): void {
  const { sql } = storage;
  sql.exec("CREATE TABLE IF NOT EXISTS version (version INTEGER NOT NULL)");
  const [row] = sql.exec<{ version: number }>("SELECT version FROM version").toArray();
  const version = row?.version ?? 0;
  if (version > steps.length) throw new Error(SHELF_TOO_NEW);
  if (version === steps.length) return;
  storage.transactionSync(() => {
    for (const step of steps.slice(version)) sql.exec(step);
    sql.exec("DELETE FROM version");
    sql.exec("INSERT INTO version VALUES (?)", steps.length);
  });
}
