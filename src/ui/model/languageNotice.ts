import type { Words } from "../../i18n/words.ts";
import type { Language } from "../../session/schema.ts";

/** "Nederlands kon niet laden", said in the language that is shown. */
export function languageNotice(missing: Language, shown: Words) {
  const names = new Intl.DisplayNames(shown.locale, { type: "language" });
  return {
    key: "problem.language-missing",
    values: { wanted: names.of(missing) ?? missing, shown: names.of(shown.language) ?? shown.language },
  } as const;
}
