import type { Choice, Part, Script } from "../schema.ts";
import { readChoose } from "./directives/choose.ts";
import { FORMS } from "./directives/forms.ts";
import { isItemDirective, readItem } from "./directives/item.ts";
import { type OpenedDirective, openDirective, wrongAt } from "./directives/open.ts";
import { readShuffleTimes } from "./directives/words.ts";
import { Draft } from "./draft.ts";
import { readHeading } from "./heading.ts";
import type { Report } from "./issue.ts";
import type { Known } from "./known.ts";
import type { PlacedPart } from "./places.ts";
import { sayItem } from "./say.ts";
import { type SourceLine, sentences } from "./sentences.ts";
import { Shuffle } from "./shuffle.ts";

const MAX_PARTS = 60;
const MAX_CHOICES = 4;
const MAX_TIMES = 20;

/** What stands below the front matter of a script. */
export interface Body {
  readonly choices: readonly Choice[];
  readonly fork: Script["fork"];
  readonly parts: readonly Part[];
  readonly places: readonly PlacedPart[];
}

/** Reads the body of a script: questions before the start, then headings, each with paragraphs and directives. */
export function readBody(lines: readonly SourceLine[], known: Known, report: Report): Body {
  const reader = new BodyReader(known, report);
  for (const line of lines) reader.read(line);
  return reader.finish();
}

class BodyReader {
  readonly #known: Known;
  readonly #report: Report;
  readonly #choices: Choice[] = [];
  readonly #drafts: Draft[] = [];
  #fork: Script["fork"];
  #paragraph: SourceLine[] = [];
  #shuffle: Shuffle | null = null;
  #repeat: { readonly times: number; readonly from: number; readonly line: number } | null = null;

  constructor(known: Known, report: Report) {
    this.#known = known;
    this.#report = report;
  }

  read({ text, line }: SourceLine): void {
    const trimmed = text.trim();
    const column = text.length - text.trimStart().length + 1;
    if (trimmed === "") {
      this.#closeParagraph();
      return;
    }
    if (trimmed.startsWith("- ")) {
      this.#word(trimmed.slice(2).trim(), line, column);
      return;
    }
    this.#closeShuffle();
    if (trimmed.startsWith("#")) {
      this.#heading(trimmed, line, column);
    } else if (trimmed.startsWith("[")) {
      this.#closeParagraph();
      const directive = openDirective(trimmed, line, column, this.#report);
      if (directive) this.#directive(directive);
      else this.#draft(line)?.place(null, { line, column });
    } else if (/[[\]]/.test(trimmed)) {
      const at = text.search(/[[\]]/) + 1;
      this.#report(line, at, "directive-inside-text", "Put the directive on a line of its own.");
      this.#draft(line)?.place(null, { line, column });
    } else {
      this.#paragraph.push({ text, line });
    }
  }

  finish(): Body {
    this.#closeBlocks();
    const drafts = this.#drafts;
    if (drafts.length > MAX_PARTS) {
      this.#report(drafts[MAX_PARTS]?.heading.line ?? 1, 1, "parts-too-many", `Keep to ${MAX_PARTS} parts.`);
    }
    for (const { heading } of drafts) {
      const { when, line, column } = heading;
      const choice = this.#choices.find(({ id }) => id === when?.choice);
      if (!when || choice?.options.includes(when.option)) continue;
      const mend = choice
        ? `Its options are ${choice.options.join(", ")}.`
        : `Put “[choose ${when.choice}: ${when.option}|…]” before the first heading.`;
      this.#report(
        line,
        column,
        "when-unknown",
        `Nobody can choose “${when.choice}=${when.option}”. ${mend}`,
      );
    }
    const parts = drafts.map((draft) => draft.finished(this.#report));
    return { choices: this.#choices, fork: this.#fork, parts, places: drafts.map(({ places }) => places) };
  }

  #heading(text: string, line: number, column: number): void {
    this.#closeBlocks();
    const heading = readHeading(text, line, column, this.#report);
    if (this.#drafts.some((draft) => draft.heading.id === heading.id)) {
      const message = `Another part is called “${heading.id}”. Give this one its own {#id}.`;
      this.#report(line, column, "part-twice", message);
    }
    this.#drafts.push(new Draft(heading));
  }

  #directive(directive: OpenedDirective): void {
    const { line } = directive;
    if (directive.name === "choose" || directive.name === "fork") {
      this.#question(directive);
      return;
    }
    const draft = this.#draft(line);
    if (!draft) return;
    const wrong = wrongAt(directive, this.#report);
    if (isItemDirective(directive)) {
      draft.place(readItem(directive, this.#known, this.#report), directive);
    } else if (directive.name === "words") {
      this.#shuffle = new Shuffle(readShuffleTimes(directive, wrong), directive);
      draft.place(null, directive);
    } else if (directive.name === "repeat") {
      this.#beginRepeat(directive, draft);
    } else {
      this.#endRepeat(directive, draft);
    }
  }

  #question(directive: OpenedDirective): void {
    const { name, line, column, rest } = directive;
    const wrong = wrongAt(directive, this.#report);
    if (this.#drafts.length > 0) {
      this.#report(line, column, "question-late", `Put ${FORMS[name]} before the first heading.`);
      this.#draft(line)?.place(null, { line, column });
    } else if (name === "fork") {
      if (rest !== "") wrong("The danger question takes nothing else.");
      else if (this.#fork)
        this.#report(line, column, "question-twice", "“[fork]” stands here twice. Keep one.");
      this.#fork = true;
    } else {
      const choice = readChoose(directive, wrong);
      if (!choice) return;
      if (this.#choices.some(({ id }) => id === choice.id)) {
        this.#report(line, column, "question-twice", `“${choice.id}” is asked twice. Keep one.`);
      } else if (this.#choices.length === MAX_CHOICES) {
        this.#report(
          line,
          column,
          "questions-too-many",
          `Keep to ${MAX_CHOICES} questions before the start.`,
        );
      }
      this.#choices.push(choice);
    }
  }

  #beginRepeat(directive: OpenedDirective, draft: Draft): void {
    const { rest, line, column } = directive;
    const times = Number(/^\d{1,2}$/.exec(rest)?.[0]);
    draft.place(null, directive);
    if (this.#repeat) {
      this.#report(
        line,
        column,
        "repeat-nested",
        "Close the repeat above with [end] first; repeats hold none.",
      );
    } else if (!(times >= 2 && times <= MAX_TIMES)) {
      wrongAt(directive, this.#report)(`A repeat needs a number of 2 to ${MAX_TIMES}.`);
    } else {
      draft.nextParagraph();
      this.#repeat = { times, from: draft.length, line };
    }
  }

  #endRepeat(directive: OpenedDirective, draft: Draft): void {
    const { rest, line, column } = directive;
    draft.place(null, directive);
    if (rest !== "") {
      wrongAt(directive, this.#report)("The end of a repeat takes nothing else.");
    } else if (!this.#repeat) {
      this.#report(line, column, "repeat-end", "There is no [repeat 3] above that this could end.");
    } else if (draft.length === this.#repeat.from) {
      this.#report(line, column, "repeat-empty", "There is nothing to repeat. Put lines before [end].");
    } else {
      draft.repeat(this.#repeat.from, this.#repeat.times);
    }
    this.#repeat = null;
  }

  #word(text: string, line: number, column: number): void {
    if (this.#shuffle) {
      this.#shuffle.add(text, line, column, this.#report);
      return;
    }
    this.#closeParagraph();
    this.#report(
      line,
      column,
      "list-alone",
      "Put [words every 7s for 15m] above the list, or take the dash away.",
    );
    this.#draft(line)?.place(null, { line, column });
  }

  #closeParagraph(): void {
    for (const sentence of sentences(this.#paragraph)) {
      const item = sayItem(sentence, this.#known, this.#report);
      this.#draft(sentence.line)?.place(item, sentence);
    }
    this.#paragraph = [];
    this.#drafts.at(-1)?.nextParagraph();
  }

  #closeShuffle(): void {
    if (!this.#shuffle) return;
    const { place } = this.#shuffle;
    const item = this.#shuffle.item(this.#report);
    this.#shuffle = null;
    if (item) this.#drafts.at(-1)?.place(item, place);
    this.#drafts.at(-1)?.nextParagraph();
  }

  /** Closes whatever is open where a part ends. */
  #closeBlocks(): void {
    this.#closeShuffle();
    this.#closeParagraph();
    if (this.#repeat) {
      this.#report(this.#repeat.line, 1, "repeat-open", "End the repeat with [end] before the part ends.");
    }
    this.#repeat = null;
  }

  /** The part that is being written; null after reporting that there is none yet. */
  #draft(line: number): Draft | null {
    const draft = this.#drafts.at(-1);
    if (draft) return draft;
    const message = "Put a heading such as “## Arriving {#arrive}” before this.";
    this.#report(line, 1, "text-before-heading", message);
    return null;
  }
}
