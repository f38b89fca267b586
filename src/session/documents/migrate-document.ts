import { type Issue, issueAt } from "../issue.ts";
import type { DocumentKind, Loose } from "./documents.ts";

export type MigratedDocument =
  | { readonly ok: true; readonly document: Loose }
  | { readonly ok: false; readonly issue: Issue };

/** Brings a document of any earlier version to its kind's newest. Checks the version alone; the schema does the rest. */
export function migrateDocument(
  { version: newest, migrations }: Pick<DocumentKind<unknown>, "version" | "migrations">,
  value: unknown,
): MigratedDocument {
  if (!isObject(value)) return { ok: false, issue: issueAt("", "not-a-document") };
  const { version } = value;
  if (version === undefined) return { ok: false, issue: issueAt("/version", "missing") };
  if (typeof version !== "number") return { ok: false, issue: issueAt("/version", "type") };
  if (!Number.isInteger(version) || version < 1) return { ok: false, issue: issueAt("/version", "range") };
  if (version > newest) return { ok: false, issue: issueAt("/version", "too-new") };
  const document = migrations.slice(version - 1).reduce((older, step) => step(older), value);
  return { ok: true, document };
}

function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
