import type { Language } from "../../language.ts";
import { wordsOf } from "./said.ts";

/**
 * How long a calm guide takes for a sentence that nobody recorded: seconds around it, and per syllable. A straight line
 * through the durations of the recorded packs (some 430 sentences a language).
 */
const SPEECH: Record<Language, { readonly around: number; readonly perSyllable: number }> = {
  nl: { around: 0.12, perSyllable: 0.474 },
  en: { around: 0.39, perSyllable: 0.441 },
};
/** Letters that are written and not said at the end of a word. */
const SILENT: Record<Language, RegExp | null> = {
  nl: null,
  en: /(?<=[aeiouy].*[^l])e$|(?<=[aeiouy].*[^tdaeiouy])ed$/,
};
const VOWELS = /[aeiouy]+/g;

/** How long a sentence takes to say, seconds, by its syllables (groups of vowels). */
export function speechSeconds(text: string, language: Language): number {
  const { around, perSyllable } = SPEECH[language];
  const syllables = wordsOf(text).reduce((sum, word) => sum + syllablesOf(word, language), 0);
  return around + perSyllable * syllables;
}

function syllablesOf(word: string, language: Language): number {
  const letters = word.normalize("NFD").replaceAll(/\P{L}/gu, "").toLowerCase();
  const silent = SILENT[language];
  const said = silent ? letters.replace(silent, "") : letters;
  return Math.max(1, said.match(VOWELS)?.length ?? 0);
}
