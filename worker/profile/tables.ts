/** `MIGRATIONS[n]` makes version n + 1 of a profile's tables. Never changed once profiles of that version exist. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE doc (key TEXT PRIMARY KEY, rev INTEGER NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
   CREATE TABLE device (id TEXT PRIMARY KEY, key_hash BLOB NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
     created INTEGER NOT NULL, last_seen INTEGER NOT NULL) STRICT;
   CREATE TABLE pairing (code_hash BLOB NOT NULL, expires INTEGER NOT NULL) STRICT;
   CREATE TABLE profile (created INTEGER NOT NULL, used INTEGER NOT NULL) STRICT;`,
];

/** `none`: never made, or erased. `too-new`: newer code made them; they are left alone. */
export type Tables = "none" | "ready" | "too-new";

/** Brings the tables that there are to the newest version. Makes none: an id that nobody was given leaves no trace. */
export function openTables(storage: DurableObjectStorage, migrations = MIGRATIONS): Tables {
  const { sql } = storage;
  if (sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'migration'").toArray().length === 0) return "none";
  const { version } = sql.exec<{ version: number }>("SELECT version FROM migration").one();
  if (version > migrations.length) return "too-new";
  if (version < migrations.length) storage.transactionSync(() => migrate(sql, migrations, version));
  return "ready";
}

/** Makes all tables of a new object. */
export function makeTables(storage: DurableObjectStorage, migrations = MIGRATIONS): void {
  storage.transactionSync(() => {
    storage.sql.exec("CREATE TABLE migration (version INTEGER NOT NULL) STRICT");
    storage.sql.exec("INSERT INTO migration VALUES (0)");
    migrate(storage.sql, migrations, 0);
  });
}

function migrate(sql: SqlStorage, migrations: readonly string[], from: number): void {
  for (const step of migrations.slice(from)) sql.exec(step);
  sql.exec("UPDATE migration SET version = ?", migrations.length);
}
