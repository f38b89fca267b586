import type { Part } from "../schema.ts";
import type { Report } from "./issue.ts";

export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly optional: boolean;
  readonly when: Part["when"];
  readonly line: number;
  readonly column: number;
}

const FORM = "Write a heading as “## Title {#id}”, perhaps with “[optional]” or “[when place=sea]” after it.";

/** Reads `## Title {#id} [when place=sea] [optional]`. What does not fit is reported and read as far as it goes. */
export function readHeading(text: string, line: number, column: number, report: Report): Heading {
  const [, written = "", mark, marks = ""] =
    /^##\s+([^{}[\]]+?)\s*(?:\{#([a-z][a-z0-9-]{0,39})\})?\s*((?:\[[^[\]]*\]\s*)*)$/.exec(text) ?? [];
  const id = mark ?? slug(written);
  const read = readMarks(marks);
  if (written === "" || written.length > 120 || id === "" || !read) {
    report(line, column, "heading-form", FORM);
  }
  return { id, title: written, optional: read?.optional ?? false, when: read?.when, line, column };
}

function readMarks(text: string): Pick<Heading, "optional" | "when"> | null {
  let optional = false;
  let when: Part["when"];
  for (const [, mark = ""] of text.matchAll(/\[([^[\]]*)\]/g)) {
    const [, choice, option] =
      /^when\s+([a-z][a-z0-9-]{0,39})\s*=\s*([a-z][a-z0-9-]{0,39})$/.exec(mark) ?? [];
    if (mark === "optional" && !optional) optional = true;
    else if (choice && option && !when) when = { choice, option };
    else return null;
  }
  return { optional, when };
}

/** "Op adem" → "op-adem"; "" where nothing usable is left. */
function slug(title: string): string {
  const plain = title.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+/, "")
    .slice(0, 40)
    .replace(/-+$/, "");
}
