import type { DocumentName } from "../../src/session/documents/documents.ts";
import { type Condition, holds } from "./condition.ts";
import type { Documents, Named } from "./documents.ts";

/** One document of an import: JSON text without revision, and the revision that it may replace; null = none. */
export interface Incoming {
  readonly name: DocumentName;
  readonly content: string;
  readonly over: number | null;
}

/** What was written; or what there is, because something may not be replaced. */
export type Imported = { readonly imported: readonly Named[] } | { readonly current: readonly Named[] };

/** Writes all of them or none: within one turn of an object nothing comes between. */
export function importDocuments(documents: Documents, incoming: readonly Incoming[]): Imported | "too-new" {
  const current = documents.all();
  if (current === "too-new") return current;
  const fits = incoming.every(({ name, over }) => {
    const found = current.find((each) => each.name === name)?.stored ?? null;
    return holds(conditionOf(over), found);
  });
  if (!fits) return { current };
  const imported: Named[] = [];
  for (const { name, content, over } of incoming) {
    const written = documents.write(name, conditionOf(over), content);
    if (written === "too-new" || !("stored" in written)) throw new Error(`${name} changed within one turn`);
    imported.push({ name, stored: written.stored });
  }
  return { imported };
}

function conditionOf(over: number | null): Condition {
  return over === null ? { tags: null, absent: true } : { tags: [String(over)], absent: false };
}
