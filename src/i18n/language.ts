import type { Language } from "../session/schema.ts";
import { messageFiles } from "./files.ts";

/** Languages that have a folder here, in a fixed order. */
export const languages: readonly Language[] = [...messageFiles.keys()];

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The language to begin in: the first of the browser's languages that has a folder; English where none has.
 * @param preferred as in `navigator.languages`: "nl-BE", "en", …
 */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [language = ""] = tag.toLowerCase().split("-");
    if (isLanguage(language)) return language;
  }
  return "en";
}

/** The browser's own locale where it speaks this language, so that clocks look as at home; else the language. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.toLowerCase().split("-")[0] === language) ?? language;
}
