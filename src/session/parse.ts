import * as v from "valibot";
import { tooMuch } from "./extent.ts";
import { type Issue, issueAt, issuesFrom } from "./issue.ts";
import { migrate } from "./migrate.ts";
import { SessionDocument } from "./schema.ts";

export type ParsedSession =
  | { readonly ok: true; readonly session: SessionDocument }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads a session document of any version from outside. Never throws: what does not fit comes back as issues.
 * A document made by newer code gives the one issue `too-new`.
 */
export function parseSession(value: unknown): ParsedSession {
  const extent = tooMuch(value);
  if (extent) return refused(issueAt("", extent));
  const migrated = migrate(value);
  if (!migrated.ok) {
    return refused(issueAt(migrated.reason === "too-new" ? "/version" : "", migrated.reason));
  }
  const parsed = v.safeParse(SessionDocument, migrated.document);
  return parsed.success
    ? { ok: true, session: parsed.output }
    : { ok: false, issues: issuesFrom(parsed.issues) };
}

function refused(issue: Issue): ParsedSession {
  return { ok: false, issues: [issue] };
}
