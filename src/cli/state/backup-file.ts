import { DatabaseSync } from "node:sqlite";
import { gunzipSync, gzipSync } from "node:zlib";
import { isDatabasePath } from "./folder.ts";

const FORMAT = "luwte-backup";
const VERSION = 1;

/** A whole state in one file, itself an SQLite database: each database of the state, gzipped, under its path. */
export class BackupFile {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** @param file must not exist */
  static make(file: string, madeAt: Date): BackupFile {
    const database = new DatabaseSync(file);
    database.exec(`
      CREATE TABLE about (format TEXT NOT NULL, version INTEGER NOT NULL, made_at TEXT NOT NULL) STRICT;
      CREATE TABLE file (path TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;
      BEGIN;
    `);
    const about = database.prepare("INSERT INTO about VALUES (?, ?, ?)");
    about.run(FORMAT, VERSION, madeAt.toISOString());
    return new BackupFile(database);
  }

  /** Throws in words for the operator where it is none. */
  static open(file: string): BackupFile {
    const database = new DatabaseSync(file, { readOnly: true });
    const about = versionIn(database);
    if (about === null) {
      database.close();
      throw new Error(`${file} is no backup of Luwte.`);
    }
    if (about > VERSION) {
      database.close();
      throw new Error(`${file} was made by a newer Luwte. Update, and restore it then.`);
    }
    return new BackupFile(database);
  }

  add(path: string, content: Uint8Array): void {
    this.#database.prepare("INSERT INTO file VALUES (?, ?)").run(path, gzipSync(content));
  }

  /** Every database in it, one at a time. Throws where a path is none of a state's, or a content is damaged. */
  *files(): Generator<{ readonly path: string; readonly content: Uint8Array }> {
    for (const { path, content } of this.#database
      .prepare("SELECT path, content FROM file ORDER BY path")
      .iterate()) {
      if (typeof path !== "string" || !isDatabasePath(path) || !(content instanceof Uint8Array)) {
        throw new Error("The backup holds something that is no part of a state; nothing was restored.");
      }
      yield { path, content: unpacked(path, content) };
    }
  }

  finish(): void {
    this.#database.exec("COMMIT");
    this.close();
  }

  close(): void {
    this.#database.close();
  }
}

function versionIn(database: DatabaseSync): number | null {
  try {
    const about = database.prepare("SELECT format, version FROM about").get();
    return about?.["format"] === FORMAT && typeof about["version"] === "number" ? about["version"] : null;
  } catch {
    return null;
  }
}

/** gzip's own checksum tells whether it is whole. */
function unpacked(path: string, content: Uint8Array): Uint8Array {
  try {
    return gunzipSync(content);
  } catch {
    throw new Error(`${path} is damaged in the backup; nothing was restored.`);
  }
}
