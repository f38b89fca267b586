import type { Script } from "../schema.ts";
import { alwaysPlays } from "./always-plays.ts";
import { readBody } from "./body.ts";
import { readFrontMatter } from "./front-matter.ts";
import type { Report, ScriptIssue } from "./issue.ts";
import type { Known } from "./known.ts";
import type { ScriptPlaces } from "./places.ts";

export interface ScriptSource extends Known {
  /** Named in issues. */
  readonly file: string;
}

export type CompiledScript =
  | {
      readonly ok: true;
      readonly script: Script;
      readonly bed: string;
      readonly places: ScriptPlaces;
    }
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
export function compileScript(source: string, { file, ...known }: ScriptSource): CompiledScript {
  const issues: ScriptIssue[] = [];
  const report: Report = (line, column, code, message) => issues.push({ file, line, column, code, message });

  const lines = source.replace(/^\uFEFF/, "").split(/\r?\n/);
  const { frontMatter, end } = readFrontMatter(lines, known, report);
  const body = lines.slice(end).map((text, index) => ({ text, line: end + index + 1 }));
  const { choices, fork, parts, places } = readBody(body, known, report);
  if (parts.length === 0 && issues.length === 0) {
    report(lines.length, 1, "parts-none", "Write at least one part, such as “## Arriving {#arrive}”.");
  } else if (issues.length === 0 && !alwaysPlays(parts, choices)) {
    const message = "Leave at least one part without [optional], whatever is chosen.";
    report(end + 1, 1, "parts-all-optional", message);
  }
  if (issues.length > 0 || !frontMatter) {
    return { ok: false, issues: issues.toSorted((a, b) => a.line - b.line || a.column - b.column) };
  }
  const script = {
    meta: frontMatter.meta,
    ...(choices.length > 0 ? { choices: [...choices] } : {}),
    ...(fork ? { fork } : {}),
    parts: [...parts],
  };
  return {
    ok: true,
    script,
    bed: frontMatter.bed,
    places: { front: frontMatter.places, frontEnd: { line: end, column: 1 }, parts: places },
  };
}
