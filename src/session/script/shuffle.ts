import type { Item, SpokenLine } from "../item.ts";
import type { ShuffleTimes } from "./directives/words.ts";
import type { Report } from "./issue.ts";
import { lineId } from "./line-id.ts";
import type { Place } from "./places.ts";

const MAX_WORDS = 1000;
const MAX_WORD_LENGTH = 60;

/** The list below a `[words …]` directive while it is being read. */
export class Shuffle {
  readonly #times: ShuffleTimes | null;
  /** Where the directive stands. */
  readonly place: Place;
  readonly #lines = new Map<string, SpokenLine>();

  /** @param times null = the directive itself has been reported */
  constructor(times: ShuffleTimes | null, { line, column }: Place) {
    this.#times = times;
    this.place = { line, column };
  }

  /** @param text without the dash before it */
  add(text: string, line: number, column: number, report: Report): void {
    if (text === "" || text.length > MAX_WORD_LENGTH || /[[\]{}]/.test(text)) {
      report(line, column, "word-form", "Write one word or a few after the dash, such as “- apple”.");
    } else if (this.#lines.has(text.toLowerCase())) {
      report(line, column, "word-twice", `“${text}” stands in this list twice. Keep one.`);
    } else {
      this.#lines.set(text.toLowerCase(), { line: lineId(text), text });
    }
  }

  /** The finished item; null where it does not fit, which is reported. */
  item(report: Report): Item | null {
    if (!this.#times) return null;
    const lines = [...this.#lines.values()];
    if (lines.length < 2 || lines.length > MAX_WORDS) {
      report(
        this.place.line,
        this.place.column,
        "words-list",
        `Put 2 to ${MAX_WORDS} words below it, one “- word” a line.`,
      );
      return null;
    }
    return { words: { lines, ...this.#times } };
  }
}
