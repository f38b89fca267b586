import type { Item } from "../item.ts";
import type { Part } from "../schema.ts";
import type { Heading } from "./heading.ts";
import type { Report } from "./issue.ts";
import { type Placed, withPauses } from "./pauses.ts";
import type { Place, PlacedItem, PlacedPart } from "./places.ts";

const MAX_ITEMS = 400;

/** A part while its lines are being read. */
export class Draft {
  readonly heading: Heading;
  readonly #placed: Placed[] = [];
  readonly #places: PlacedItem[] = [];
  #paragraph = 0;
  /** Whether anything stands under the heading, also what had to be reported. */
  #written = false;

  constructor(heading: Heading) {
    this.heading = heading;
  }

  /** @param item null = what stands there was reported */
  place(item: Item | null, { line, column }: Place): void {
    this.#written = true;
    if (!item) return;
    this.#placed.push({ item, paragraph: this.#paragraph });
    this.#places.push({ item, line, column });
  }

  get places(): PlacedPart {
    const { line, column } = this.heading;
    return { line, column, items: this.#places };
  }

  nextParagraph(): void {
    this.#paragraph++;
  }

  /** How much has been placed so far: where a repeat begins. */
  get length(): number {
    return this.#placed.length;
  }

  /** Places what stands there from a length on once more, and again, until it stands there so many times. */
  repeat(from: number, times: number): void {
    const once = this.#placed.slice(from);
    const first = once[0]?.paragraph ?? this.#paragraph;
    const paragraphs = this.#paragraph - first + 1;
    for (let time = 1; time < times; time++) {
      for (const { item, paragraph } of once) {
        this.#placed.push({ item, paragraph: paragraph + time * paragraphs });
      }
    }
    this.#paragraph += times * paragraphs;
  }

  finished(report: Report): Part {
    const { id, title, optional, when, line } = this.heading;
    const items = withPauses(this.#placed);
    if (!this.#written) {
      report(line, 1, "part-empty", "This part holds nothing. Write a sentence or remove the heading.");
    } else if (items.length > MAX_ITEMS) {
      const most = `it holds more than ${MAX_ITEMS} sentences and pauses`;
      report(line, 1, "part-too-long", `Split this part; ${most}.`);
    }
    return { id, title, optional, ...(when ? { when } : {}), items };
  }
}
