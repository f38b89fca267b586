import type { Language } from "../session/schema.ts";
import { ACCOUNT_KEYS, type AccountKey } from "./accountKeys.ts";
import { byLanguage, type LanguageFiles } from "./files.ts";
import { fill, parseTexts } from "./messages.ts";

const accountFiles = byLanguage(import.meta.glob("./*/account.json", { import: "default" }));

/** What is said about devices, sharing and own mixes, with its `{places}` filled. */
export type SayAccount = (key: AccountKey, values?: Readonly<Record<string, string>>) => string;

/** Loads these words; where a language cannot be had, another one's come. Rejects where none can be read. */
export async function loadAccountWords(
  wanted: Language,
  files: LanguageFiles = accountFiles,
): Promise<SayAccount> {
  const others = [...files.keys()].filter((language) => language !== wanted);
  for (const language of [wanted, ...others]) {
    const file = await files
      .get(language)?.()
      .catch(() => null);
    const parsed = parseTexts(file, ACCOUNT_KEYS);
    if (parsed.ok) return (key, values = {}) => fill(parsed.messages[key], values);
  }
  throw new Error("i18n: no file of account words can be read");
}
