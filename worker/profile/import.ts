import type { DocumentName } from "../../src/session/documents/documents.ts";
import {
  type Condition,
  conditionHolds,
  type Kinds,
  readAll,
  readDocument,
  type Stored,
  writeDocument,
} from "./documents.ts";

/** One document of an import: JSON text without revision, and the revision that it may replace; null = none. */
export interface Incoming {
  readonly name: DocumentName;
  readonly content: string;
  readonly over: number | null;
}

/** Revisions of what was written; or what there is, because something may not be replaced. */
export type Imported =
  | { readonly imported: readonly { readonly name: DocumentName; readonly stored: Stored }[] }
  | { readonly current: readonly { readonly name: DocumentName; readonly stored: Stored }[] };

/** Writes all of them or none. */
export function importDocuments(
  storage: DurableObjectStorage,
  kinds: Kinds,
  incoming: readonly Incoming[],
): Imported | "too-new" {
  const { sql } = storage;
  const all = readAll(sql, kinds);
  if (all === "too-new") return "too-new";
  const fits = incoming.every(({ name, over }) => {
    const found = readDocument(sql, kinds, name);
    return found !== "too-new" && conditionHolds(conditionOf(over), found);
  });
  if (!fits) return { current: all };
  return storage.transactionSync(() => ({
    imported: incoming.map(({ name, content, over }) => {
      const written = writeDocument(sql, kinds, name, conditionOf(over), content);
      if (written === "too-new" || !("stored" in written)) throw new Error(`${name} changed within one turn`);
      return { name, stored: written.stored };
    }),
  }));
}

function conditionOf(over: number | null): Condition {
  return over === null ? { tags: null, absent: true } : { tags: [String(over)], absent: false };
}
