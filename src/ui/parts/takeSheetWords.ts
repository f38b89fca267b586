import type { Words } from "../../i18n/words.ts";

/** Brings the panels' words in the language that is shown. Rejects where no language has them. */
export async function takeSheetWords(words: Words): Promise<void> {
  const { loadSheetWords } = await import("../../i18n/sheetWords.ts");
  words.take(await loadSheetWords(words.language));
}
