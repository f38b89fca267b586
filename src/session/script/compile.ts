import type { Script } from "../schema.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { Report, ScriptIssue } from "./issue.ts";
import { readParts } from "./parts.ts";

export interface ScriptSource {
  /** Named in issues. */
  readonly file: string;
  /** Ids that a scene may name; left out = any. */
  readonly layers?: readonly string[];
  /** Ids that the front matter may name; left out = any. */
  readonly beds?: readonly string[];
}

export type CompiledScript =
  | { readonly ok: true; readonly script: Script; readonly bed: string }
  | { readonly ok: false; readonly issues: readonly ScriptIssue[] };

/**
 * Compiles the plain text that a writer edits. Never throws: what must be mended comes back, in the order of the text.
 *
 * ```
 * ---
 * moment: evening
 * need: tired
 * author: A name
 * reviewed-by: not yet reviewed by a clinician
 * bed: night-sea
 * usual: 20m
 * ---
 * ## Arriving {#arrive}
 * It's late. That happens.
 * [pause 4s]
 * ```
 */
export function compileScript(source: string, { file, layers, beds }: ScriptSource): CompiledScript {
  const issues: ScriptIssue[] = [];
  const report: Report = (line, column, code, message) => issues.push({ file, line, column, code, message });

  const lines = source.replace(/^\uFEFF/, "").split(/\r?\n/);
  const { frontMatter, end } = readFrontMatter(lines, report);
  if (frontMatter && beds && !beds.includes(frontMatter.bed)) {
    const line = lines.findIndex((text) => text.startsWith("bed:")) + 1;
    report(line, 6, "bed-unknown", `No bed is called “${frontMatter.bed}”. Known are ${beds.join(", ")}.`);
  }
  const body = lines.slice(end).map((text, index) => ({ text, line: end + index + 1 }));
  const parts = readParts(body, layers, report);
  if (parts.length === 0 && issues.length === 0) {
    report(lines.length, 1, "parts-none", "Write at least one part, such as “## Arriving {#arrive}”.");
  } else if (parts.length > 0 && parts.every((part) => part.optional)) {
    report(end + 1, 1, "parts-all-optional", "Leave at least one part without [optional].");
  }
  if (issues.length > 0 || !frontMatter) {
    return { ok: false, issues: issues.toSorted((a, b) => a.line - b.line || a.column - b.column) };
  }
  return { ok: true, script: { meta: frontMatter.meta, parts }, bed: frontMatter.bed };
}
