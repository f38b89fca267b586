import {
  DOCUMENT_NAMES,
  type DocumentKind,
  type DocumentName,
} from "../../src/session/documents/documents.ts";
import { migrateDocument } from "../../src/session/documents/migrate-document.ts";

/** A document as it is kept: JSON text that has its revision in it. */
export interface Stored {
  readonly revision: number;
  readonly body: string;
}

export type Kinds = Readonly<Record<DocumentName, Pick<DocumentKind<unknown>, "version" | "migrations">>>;

/**
 * The document as this version writes it, null where there is none. One of an older version is migrated and written,
 * so that its revision moves on. `too-new`: newer code wrote it; it is neither read nor replaced.
 */
export function readDocument(sql: SqlStorage, kinds: Kinds, name: DocumentName): Stored | "too-new" | null {
  const [row] = sql
    .exec<{ rev: number; version: number; body: string }>(
      "SELECT rev, version, body FROM doc WHERE key = ?",
      name,
    )
    .toArray();
  if (!row) return null;
  const kind = kinds[name];
  if (row.version > kind.version) return "too-new";
  if (row.version === kind.version) return { revision: row.rev, body: row.body };
  const migrated = migrateDocument(kind, JSON.parse(row.body));
  if (!migrated.ok) throw new Error(`${name} of version ${row.version} cannot be migrated`);
  const { revision: _, ...content } = migrated.document;
  return store(sql, name, row.rev + 1, kind.version, JSON.stringify(content));
}

/** All documents that there are. */
export function readAll(
  sql: SqlStorage,
  kinds: Kinds,
): { readonly name: DocumentName; readonly stored: Stored }[] | "too-new" {
  const all = [];
  for (const name of DOCUMENT_NAMES) {
    const stored = readDocument(sql, kinds, name);
    if (stored === "too-new") return "too-new";
    if (stored !== null) all.push({ name, stored });
  }
  return all;
}

/** What must hold for a write: the document's tag is one of these, and, or, there is none yet. */
export interface Condition {
  /** Opaque tags, unquoted; null = any. */
  readonly tags: readonly string[] | null;
  readonly absent: boolean;
}

export function conditionHolds({ tags, absent }: Condition, current: Stored | null): boolean {
  if (absent && current !== null) return false;
  return tags === null || (current !== null && tags.includes(String(current.revision)));
}

/** Written; or what there is, because the condition does not hold for it. */
export type Written =
  | { readonly stored: Stored; readonly created: boolean }
  | { readonly current: Stored | null };

/**
 * Writes a document if the condition holds for the one there is.
 * @param content JSON text of a document of the newest version, an object without revision
 */
export function writeDocument(
  sql: SqlStorage,
  kinds: Kinds,
  name: DocumentName,
  condition: Condition,
  content: string,
): Written | "too-new" {
  const current = readDocument(sql, kinds, name);
  if (current === "too-new") return current;
  if (!conditionHolds(condition, current)) return { current };
  const revision = (current?.revision ?? 0) + 1;
  return { stored: store(sql, name, revision, kinds[name].version, content), created: current === null };
}

function store(
  sql: SqlStorage,
  name: DocumentName,
  revision: number,
  version: number,
  content: string,
): Stored {
  const body = `{"revision":${revision},${content.slice(1)}`;
  sql.exec(
    "INSERT INTO doc VALUES (?1, ?2, ?3, ?4) ON CONFLICT (key) DO UPDATE SET rev = ?2, version = ?3, body = ?4",
    name,
    revision,
    version,
    body,
  );
  return { revision, body };
}
