import type { Place } from "../places.ts";
import type { CheckedScript } from "./check.ts";

/** A sentence that a script says, where its writer put it. */
export interface Said extends Place {
  /** As it is recorded, with the default words in its slots. */
  readonly text: string;
  readonly lineId: string;
  /** Which part, from 0. */
  readonly part: number;
}

/** Every sentence of a script in order; what a repeat says again stands here once. */
export function saidIn({ places }: CheckedScript): readonly Said[] {
  return places.parts.flatMap(({ items }, part) =>
    items.flatMap(({ item, line, column }) =>
      "say" in item ? [{ text: item.say.text, lineId: item.say.line, part, line, column }] : [],
    ),
  );
}

/** The sentences of a script, part by part. */
export function saidByPart(checked: CheckedScript): readonly (readonly Said[])[] {
  const said = saidIn(checked);
  return checked.places.parts.map((_, part) => said.filter((sentence) => sentence.part === part));
}

/** The words of a text: whatever holds a letter or a digit. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
