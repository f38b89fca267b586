import type { Language } from "../session/schema.ts";
import type { LanguageFiles } from "./files.ts";
import { fill, parseTexts } from "./messages.ts";

/** What is said in one corner of the app, with its `{places}` filled. */
export type SayLate<Key extends string> = (key: Key, values?: Readonly<Record<string, string>>) => string;

/** Loads words that come with what uses them; where a language cannot be had, another one's come. Rejects where none can be read. */
export async function loadLateWords<Key extends string>(
  wanted: Language,
  files: LanguageFiles,
  keys: readonly Key[],
): Promise<SayLate<Key>> {
  const others = [...files.keys()].filter((language) => language !== wanted);
  for (const language of [wanted, ...others]) {
    const file = await files
      .get(language)?.()
      .catch(() => null);
    const parsed = parseTexts(file, keys);
    if (parsed.ok) return (key, values = {}) => fill(parsed.messages[key], values);
  }
  throw new Error(`i18n: no file with ${keys[0]} can be read`);
}
