import * as v from "valibot";
import { tooMuch } from "../extent.ts";
import { type Issue, issueAt, issuesFrom } from "../issue.ts";
import type { DocumentKind } from "./documents.ts";
import { migrateDocument } from "./migrate-document.ts";

export type ParsedDocument<Document> =
  | { readonly ok: true; readonly document: Document }
  /** `tooNew`: made by newer code than this. Do not guess, keep it as it is, say so. */
  | { readonly ok: false; readonly tooNew: boolean; readonly issues: readonly Issue[] };

/** Reads a document of any version from outside. Never throws: what does not fit comes back as issues. */
export function parseDocument<Document>(
  kind: DocumentKind<Document>,
  value: unknown,
): ParsedDocument<Document> {
  const extent = tooMuch(value);
  if (extent) return { ok: false, tooNew: false, issues: [issueAt("", extent)] };
  const migrated = migrateDocument(kind, value);
  if (!migrated.ok) {
    return { ok: false, tooNew: migrated.issue.code === "too-new", issues: [migrated.issue] };
  }
  const parsed = v.safeParse(kind.schema, migrated.document);
  return parsed.success
    ? { ok: true, document: parsed.output }
    : { ok: false, tooNew: false, issues: issuesFrom(parsed.issues) };
}
