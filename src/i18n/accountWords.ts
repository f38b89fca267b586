import type { Language } from "../session/schema.ts";
import { ACCOUNT_KEYS, type AccountKey } from "./accountKeys.ts";
import { byLanguage, type LanguageFiles } from "./files.ts";
import { loadLateWords, type SayLate } from "./lateWords.ts";

const accountFiles = byLanguage(import.meta.glob("./*/account.json", { import: "default" }));

/** What is said about devices, sharing and own mixes. */
export type SayAccount = SayLate<AccountKey>;

export function loadAccountWords(wanted: Language, files: LanguageFiles = accountFiles): Promise<SayAccount> {
  return loadLateWords(wanted, files, ACCOUNT_KEYS);
}
