import type { Language } from "../session/schema.ts";
import { byLanguage, type LanguageFiles } from "./files.ts";
import { loadLateWords, type SayLate } from "./lateWords.ts";
import { SHEET_KEYS, type SheetKey } from "./sheetKeys.ts";

const sheetFiles = byLanguage(import.meta.glob("./*/sheets.json", { import: "default" }));

/** What panels and the gallery say, beside the first screens' words. */
export function loadSheetWords(
  wanted: Language,
  files: LanguageFiles = sheetFiles,
): Promise<SayLate<SheetKey>> {
  return loadLateWords(wanted, files, SHEET_KEYS);
}
