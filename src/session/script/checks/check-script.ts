import type { Language } from "../../language.ts";
import { type CompiledScript, compileScript, type ScriptSource } from "../compile.ts";
import type { CheckedScript, PackSeconds } from "./check.ts";
import { CHECKS } from "./checks.ts";

/** What a check says about one place of one file. */
export interface ScriptFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  readonly rule: string;
  readonly message: string;
}

export interface CheckSource extends ScriptSource {
  readonly language: Language;
  readonly packs?: readonly PackSeconds[];
  readonly isOpening?: boolean;
}

/**
 * Compiles a script and holds it to every rule. Never throws. What does not compile is reported alone: the other rules
 * need a whole script.
 * @returns findings in the order of the text, and the script where it compiles
 */
export function checkScript(
  source: string,
  { language, packs = [], isOpening = false, ...known }: CheckSource,
): { readonly findings: readonly ScriptFinding[]; readonly compiled: CompiledScript } {
  const { file } = known;
  const compiled = compileScript(source, known);
  if (!compiled.ok) {
    const findings = compiled.issues.map(({ line, column, code, message }) => ({
      file,
      line,
      column,
      severity: "error" as const,
      rule: code,
      message,
    }));
    return { findings, compiled };
  }
  const { script, places } = compiled;
  const checked: CheckedScript = { language, script, places, packs, isOpening };
  const findings = CHECKS.flatMap(({ rule, severity, find }) =>
    find(checked).map((finding) => ({ file, severity, rule, ...finding })),
  );
  return { findings: findings.toSorted((a, b) => a.line - b.line || a.column - b.column), compiled };
}

/** `file:line:column severity rule message` */
export function describeFinding({ file, line, column, severity, rule, message }: ScriptFinding): string {
  return `${file}:${line}:${column} ${severity} ${rule} ${message}`;
}
