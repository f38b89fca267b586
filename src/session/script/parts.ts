import type { Item, Part } from "../schema.ts";
import { readDirective } from "./directive.ts";
import type { Report } from "./issue.ts";
import { lineId } from "./line-id.ts";
import { type Placed, withPauses } from "./pauses.ts";
import { type SourceLine, sentences } from "./sentences.ts";

const MAX_PARTS = 60;
const MAX_ITEMS = 400;
const MAX_SENTENCE_LENGTH = 400;

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly optional: boolean;
  readonly line: number;
  readonly placed: Placed[];
  /** Whether anything stands under the heading, also what had to be reported. */
  written: boolean;
}

/** Reads the body of a script: `## Title {#id} [optional]` headings, each with paragraphs and directives. */
export function readParts(
  lines: readonly SourceLine[],
  layers: readonly string[] | undefined,
  report: Report,
): Part[] {
  const drafts: Draft[] = [];
  let paragraph: SourceLine[] = [];
  let paragraphs = 0;

  const place = (item: Item | null, line: number) => {
    const draft = drafts.at(-1);
    if (!draft) {
      report(line, 1, "text-before-heading", "Put a heading such as “## Arriving {#arrive}” before this.");
      return;
    }
    draft.written = true;
    if (item) draft.placed.push({ item, paragraph: paragraphs });
  };
  const closeParagraph = () => {
    for (const sentence of sentences(paragraph)) {
      const { text, line, column } = sentence;
      if (!sentence.closed) {
        report(line, column, "sentence-open", "End the sentence with a full stop or question mark.");
      } else if (text.length > MAX_SENTENCE_LENGTH) {
        report(line, column, "sentence-too-long", "Split this sentence; 12 words is plenty.");
      }
      place({ say: { line: lineId(text), text } }, line);
    }
    paragraph = [];
    paragraphs++;
  };

  for (const { text, line } of lines) {
    const trimmed = text.trim();
    const column = text.length - text.trimStart().length + 1;
    if (trimmed === "") {
      closeParagraph();
    } else if (trimmed.startsWith("#")) {
      closeParagraph();
      const draft = readHeading(trimmed, line, column, report);
      if (drafts.some(({ id }) => id === draft.id)) {
        report(
          line,
          column,
          "part-twice",
          `Another part is called “${draft.id}”. Give this one its own {#id}.`,
        );
      }
      drafts.push(draft);
    } else if (trimmed.startsWith("[")) {
      closeParagraph();
      place(readDirective(trimmed, line, column, layers, report), line);
    } else if (/[[\]]/.test(trimmed)) {
      const at = text.search(/[[\]]/) + 1;
      report(line, at, "directive-inside-text", "Put the directive on a line of its own.");
      place(null, line);
    } else {
      paragraph.push({ text, line });
    }
  }
  closeParagraph();
  if (drafts.length > MAX_PARTS) {
    report(drafts[MAX_PARTS]?.line ?? 1, 1, "parts-too-many", `Keep to ${MAX_PARTS} parts.`);
  }
  return drafts.map((draft) => finished(draft, report));
}

function readHeading(text: string, line: number, column: number, report: Report): Draft {
  const found = /^##\s+([^{}[\]]+?)\s*(?:\{#([a-z][a-z0-9-]{0,39})\})?\s*(\[optional\])?$/.exec(text);
  const title = found?.[1] ?? "";
  const id = found?.[2] ?? slug(title);
  if (!found || title.length > 120 || id === "") {
    report(
      line,
      column,
      "heading-form",
      "Write a heading as “## Title {#id}” or “## Title {#id} [optional]”.",
    );
  }
  return { id, title, optional: found?.[3] !== undefined, line, placed: [], written: false };
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

function finished({ id, title, optional, line, placed, written }: Draft, report: Report): Part {
  const items = withPauses(placed);
  if (!written) {
    report(line, 1, "part-empty", "This part holds nothing. Write a sentence or remove the heading.");
  } else if (items.length > MAX_ITEMS) {
    report(
      line,
      1,
      "part-too-long",
      `Split this part; it holds more than ${MAX_ITEMS} sentences and pauses.`,
    );
  }
  return { id, title, optional, items };
}
