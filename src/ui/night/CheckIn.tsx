import type { Words } from "../../i18n/words.ts";
import type { CheckIn as Word } from "../../night/night.ts";

const WORDS: readonly Word[] = ["head", "body", "tired"];

/** "Hoe is het nu?" in three words that may be left alone. */
export function CheckIn({ words, onAnswer }: { readonly words: Words; onAnswer(word: Word): void }) {
  return (
    <fieldset class="check-in">
      <legend class="unseen">{words.say("checkIn.label")}</legend>
      {WORDS.map((word) => (
        <button key={word} type="button" class="quiet" onClick={() => onAnswer(word)}>
          {words.say(`checkIn.${word}`)}
        </button>
      ))}
    </fieldset>
  );
}
