import type { Language } from "../session/schema.ts";
import type { MessageKey } from "./keys.ts";
import type { SayLate } from "./lateWords.ts";
import { fill, type Messages } from "./messages.ts";
import type { SheetKey } from "./sheetKeys.ts";

/** Everything that the interface says, in one language. */
export interface Words {
  readonly language: Language;
  /** Locale for clocks and numbers: "nl-BE" where the browser says so, else the language. */
  readonly locale: string;
  /** A message with its `{places}` filled. What only panels say is there once it has been taken; before, it is empty. */
  say(key: MessageKey | SheetKey, values?: Readonly<Record<string, string>>): string;
  /** Takes the panels' words. */
  take(sheets: SayLate<SheetKey>): void;
}

export function wordsOf(language: Language, locale: string, messages: Messages): Words {
  let sheets: SayLate<SheetKey> = () => "";
  return {
    language,
    locale,
    say: (key, values = {}) => (isFirst(key, messages) ? fill(messages[key], values) : sheets(key, values)),
    take(say) {
      sheets = say;
    },
  };
}

function isFirst(key: MessageKey | SheetKey, messages: Messages): key is MessageKey {
  return key in messages;
}
