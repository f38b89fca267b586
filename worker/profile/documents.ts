import {
  DOCUMENT_NAMES,
  DOCUMENTS,
  type DocumentKind,
  type DocumentName,
} from "../../src/session/documents/documents.ts";
import { migrateDocument } from "../../src/session/documents/migrate-document.ts";
import { type Condition, holds } from "./condition.ts";

/** A document as it is kept: JSON text that begins with its revision. */
export interface Stored {
  readonly revision: number;
  readonly body: string;
}

/** The revision of a document's text. */
export function revisionIn(body: string): number {
  const [, revision] = /^\{"revision":(\d+)[,}]/.exec(body) ?? [];
  if (revision === undefined) throw new Error("a document that does not begin with its revision");
  return Number(revision);
}

export interface Named {
  readonly name: DocumentName;
  readonly stored: Stored;
}

/** Written; or what there is, because the condition does not hold for it. */
export type Written =
  | { readonly stored: Stored; readonly created: boolean }
  | { readonly current: Stored | null };

export type Kinds = Readonly<Record<DocumentName, Pick<DocumentKind<unknown>, "version" | "migrations">>>;

/**
 * Longer ones are read from SQLite each time. Thousands of objects may live in one heap, and most documents of most
 * people are shorter, characters.
 */
const KEPT_IN_MEMORY = 4096;

/** One person's documents: in SQLite, and the short ones in memory for as long as the object lives. */
export class Documents {
  readonly #sql: SqlStorage;
  readonly #kinds: Kinds;
  readonly #read = new Map<DocumentName, Stored | "too-new" | null>();

  constructor(sql: SqlStorage, kinds: Kinds = DOCUMENTS) {
    this.#sql = sql;
    this.#kinds = kinds;
  }

  /**
   * The document as this version writes it, null where there is none. One of an older version is migrated and written,
   * so that its revision moves on. `too-new`: newer code wrote it; it is neither read nor replaced.
   */
  read(name: DocumentName): Stored | "too-new" | null {
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    return this.#keep(name, this.#load(name));
  }

  /** All documents that there are. */
  all(): Named[] | "too-new" {
    const all: Named[] = [];
    for (const name of DOCUMENT_NAMES) {
      const stored = this.read(name);
      if (stored === "too-new") return "too-new";
      if (stored !== null) all.push({ name, stored });
    }
    return all;
  }

  /**
   * Writes a document if the condition holds for the one there is.
   * @param content JSON text of a document of the newest version, an object without revision
   */
  write(name: DocumentName, condition: Condition, content: string): Written | "too-new" {
    const current = this.read(name);
    if (current === "too-new") return current;
    if (!holds(condition, current)) return { current };
    const revision = (current?.revision ?? 0) + 1;
    return { stored: this.#store(name, revision, content), created: current === null };
  }

  #load(name: DocumentName): Stored | "too-new" | null {
    const [row] = this.#sql
      .exec<{ rev: number; version: number; body: string }>(
        "SELECT rev, version, body FROM doc WHERE key = ?",
        name,
      )
      .toArray();
    if (!row) return null;
    const kind = this.#kinds[name];
    if (row.version > kind.version) return "too-new";
    if (row.version === kind.version) return { revision: row.rev, body: row.body };
    const migrated = migrateDocument(kind, JSON.parse(row.body));
    if (!migrated.ok) throw new Error(`${name} of version ${row.version} cannot be migrated`);
    const { revision: _, ...content } = migrated.document;
    return this.#store(name, row.rev + 1, JSON.stringify(content));
  }

  #store(name: DocumentName, revision: number, content: string): Stored {
    const stored = { revision, body: `{"revision":${revision},${content.slice(1)}` };
    this.#sql.exec(
      "INSERT INTO doc VALUES (?1, ?2, ?3, ?4) ON CONFLICT (key) DO UPDATE SET rev = ?2, version = ?3, body = ?4",
      name,
      revision,
      this.#kinds[name].version,
      stored.body,
    );
    this.#keep(name, stored);
    return stored;
  }

  #keep<Found extends Stored | "too-new" | null>(name: DocumentName, found: Found): Found {
    if (found === null || found === "too-new" || found.body.length <= KEPT_IN_MEMORY)
      this.#read.set(name, found);
    else this.#read.delete(name);
    return found;
  }
}
