import type { Language } from "../session/schema.ts";
import { CARE_KEYS, type CareKey } from "./careKeys.ts";
import { byLanguage, type LanguageFiles } from "./files.ts";
import { loadLateWords, type SayLate } from "./lateWords.ts";

const careFiles = byLanguage(import.meta.glob("./*/care.json", { import: "default" }));

/** What is said around a guided session: help, how it is now, what suits, what comes before it, and pages to write on. */
export type SayCare = SayLate<CareKey>;

export function loadCareWords(wanted: Language, files: LanguageFiles = careFiles): Promise<SayCare> {
  return loadLateWords(wanted, files, CARE_KEYS);
}
