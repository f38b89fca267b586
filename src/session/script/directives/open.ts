import type { Report } from "../issue.ts";
import type { Directive, Wrong } from "./directive.ts";
import { type DirectiveName, FORMS, isDirectiveName } from "./forms.ts";

export interface OpenedDirective extends Directive {
  readonly name: DirectiveName;
}

/**
 * Takes the brackets off a directive line. A line that is no directive is reported.
 * @param text the line, beginning with "["
 */
export function openDirective(
  text: string,
  line: number,
  column: number,
  report: Report,
): OpenedDirective | null {
  const inside = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  if (inside === undefined) {
    report(line, column, "directive-open", "Close the directive with “]” and put nothing after it.");
    return null;
  }
  const [, name = "", rest = ""] = /^\s*(\S*)\s*(.*?)\s*$/s.exec(inside) ?? [];
  if (!isDirectiveName(name)) {
    const known = Object.values(FORMS).join(", ");
    report(line, column + 1, "directive-unknown", `“${name}” is not a directive. Known are ${known}.`);
    return null;
  }
  const [first = "", ...more] = rest.split(",").map((piece) => piece.trim());
  const words = first === "" ? [] : first.split(/\s+/);
  return { name, words, more, rest, line, column };
}

/** Reports a directive that does not fit, with the form to write. */
export function wrongAt({ name, line, column }: OpenedDirective, report: Report): Wrong {
  return (why) => {
    report(line, column, "directive-value", `${why} Write it as ${FORMS[name]}.`);
    return null;
  };
}
