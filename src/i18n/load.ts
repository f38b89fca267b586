import type { Language } from "../session/schema.ts";
import { type LanguageFiles, messageFiles } from "./files.ts";
import { type Messages, parseMessages } from "./messages.ts";

export interface LoadedMessages {
  readonly language: Language;
  readonly messages: Messages;
  /** The language that was wanted and could not be had; null where all is well. */
  readonly missing: Language | null;
}

/**
 * Loads the words of a language. Where its file is missing or damaged, the words of another language come instead.
 * Rejects only where no language can be read at all.
 */
export async function loadMessages(
  wanted: Language,
  files: LanguageFiles = messageFiles,
): Promise<LoadedMessages> {
  const others = [...files.keys()].filter((language) => language !== wanted);
  for (const language of [wanted, ...others]) {
    const messages = await read(files.get(language));
    if (messages) return { language, messages, missing: language === wanted ? null : wanted };
  }
  throw new Error("i18n: no language file can be read");
}

async function read(load: (() => Promise<unknown>) | undefined): Promise<Messages | null> {
  try {
    const parsed = parseMessages(await load?.());
    return parsed.ok ? parsed.messages : null;
  } catch {
    return null;
  }
}
