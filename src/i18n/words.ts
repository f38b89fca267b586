import type { Language } from "../session/schema.ts";
import type { MessageKey } from "./keys.ts";
import { fill, type Messages } from "./messages.ts";

/** Everything that the interface says, in one language. */
export interface Words {
  readonly language: Language;
  /** Locale for clocks and numbers: "nl-BE" where the browser says so, else the language. */
  readonly locale: string;
  /** A message with its `{places}` filled. */
  say(key: MessageKey, values?: Readonly<Record<string, string>>): string;
}

export function wordsOf(language: Language, locale: string, messages: Messages): Words {
  return { language, locale, say: (key, values = {}) => fill(messages[key], values) };
}
