import { CARE_KEYS, type CareKey } from "../../i18n/careKeys.ts";
import type { SayCare } from "../../i18n/careWords.ts";

/**
 * A script's question and its options in words: `choice.place` and `choice.place-sea` in care.json. What has no words of its
 * own is called by its id, so that a new script can be tried before it is translated.
 */
export function choiceNames(
  id: string,
  options: readonly string[],
  say: SayCare,
): { readonly question: string; readonly options: readonly string[] } {
  const named = (key: string, otherwise: string) =>
    isCareKey(key) ? say(key) : otherwise.replaceAll("-", " ");
  return {
    question: named(`choice.${id}`, id),
    options: options.map((option) => named(`choice.${id}-${option}`, option)),
  };
}

function isCareKey(key: string): key is CareKey {
  return CARE_KEYS.some((each) => each === key);
}
