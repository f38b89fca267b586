import type { Item } from "../item.ts";
import type { Report } from "./issue.ts";
import type { Known } from "./known.ts";
import { lineId } from "./line-id.ts";
import type { Sentence } from "./sentences.ts";
import { fillSlots, slotNames, strayBracket, withDefaults } from "./slots.ts";

const MAX_SENTENCE_LENGTH = 400;

/** The spoken line that a sentence is; what does not fit is reported and the line kept. */
export function sayItem(sentence: Sentence, { words }: Known, report: Report): Item {
  const { text, line, column } = sentence;
  if (!sentence.closed) {
    report(line, column, "sentence-open", "End the sentence with a full stop or question mark.");
  } else if (text.length > MAX_SENTENCE_LENGTH) {
    report(line, column, "sentence-too-long", "Split this sentence; 12 words is plenty.");
  }
  if (strayBracket(text) >= 0) {
    report(line, column, "slot-form", "Write a slot as “{anchor}” or “{anchor: your word}”.");
  }
  if (slotNames(text).length === 0) return { say: { line: lineId(text), text } };
  const { slotted, unknown } = withDefaults(text, words?.slots ?? {});
  for (const name of unknown) {
    const known = Object.keys(words?.slots ?? {}).join(", ");
    const mend = known === "" ? "Give it words in place" : `Known are ${known}; or give it words in place`;
    report(
      line,
      column,
      "slot-unknown",
      `“{${name}}” has no words of its own. ${mend}: “{${name}: your word}”.`,
    );
  }
  const spoken = fillSlots(slotted, {});
  return { say: { line: lineId(spoken), text: spoken, slotted } };
}
