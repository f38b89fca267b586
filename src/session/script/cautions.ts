import { CAUTION_CODES, type CautionCode } from "../person/caution.ts";
import type { ScriptCaution } from "../script-meta.ts";
import type { Report } from "./issue.ts";
import type { Known } from "./known.ts";
import { texts } from "./texts.ts";

interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads `dissociation -> orient; breath-hold; A quiet line.`: known cautions with what can be done instead, and
 * sentences. Unknown codes and sessions are reported and left out.
 * @returns null where an entry is too long
 */
export function readCautions(
  value: string,
  { line, column }: Place,
  { sessions }: Known,
  report: Report,
): ScriptCaution[] | null {
  const entries = texts(value, 0);
  return entries ? entries.flatMap((text) => caution(text) ?? []) : null;

  function caution(text: string): ScriptCaution | null {
    const [, code = "", arrow, instead] =
      /^([A-Za-z-]+)\s*(?:(->)\s*([a-z][a-z0-9-]{0,39})?)?$/.exec(text) ?? [];
    if (code === "") return { text };
    const at = column + value.indexOf(text);
    if (!isCode(code)) {
      const known = CAUTION_CODES.join(", ");
      report(
        line,
        at,
        "caution-unknown",
        `“${code}” is no known caution. Known are ${known}; or write a sentence.`,
      );
      return null;
    }
    if (arrow && (!instead || (sessions && !sessions.includes(instead)))) {
      const known = sessions ? ` Known are ${sessions.join(", ")}.` : "";
      report(line, at, "session-unknown", `No session is called “${instead ?? ""}”.${known}`);
      return null;
    }
    return instead ? { code, instead } : { code };
  }
}

function isCode(text: string): text is CautionCode {
  return CAUTION_CODES.some((code) => code === text);
}
