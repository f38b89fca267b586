import type { Check } from "./check.ts";
import { saidIn, wordsOf } from "./said.ts";

const MOST_WORDS = 12;

/** A tired person follows twelve words at a time. */
export const sentenceLength: Check = {
  rule: "sentence-length",
  severity: "error",
  find: (checked) =>
    saidIn(checked).flatMap(({ text, line, column }) => {
      const count = wordsOf(text).length;
      if (count <= MOST_WORDS) return [];
      return [
        { line, column, message: `This sentence has ${count} words. Split it: ${MOST_WORDS} at most.` },
      ];
    }),
};
