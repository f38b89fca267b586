import type { Language } from "../session/schema.ts";

/** Loads one file of a language folder. */
export type LoadFile = () => Promise<unknown>;
export type LanguageFiles = ReadonlyMap<Language, LoadFile>;

/** Words of the interface, per language folder. A new folder needs no line here. */
export const messageFiles = byLanguage(import.meta.glob("./*/messages.json", { import: "default" }));

/** Names of layers, parameters, beds and sessions, per language folder. */
export const nameFiles = byLanguage(import.meta.glob("./*/names.json", { import: "default" }));

/** The files of a pattern, by the language folder in which each stands. */
export function byLanguage(files: Record<string, LoadFile>): LanguageFiles {
  const found = new Map<Language, LoadFile>();
  for (const [path, load] of Object.entries(files)) {
    const folder = path.split("/")[1];
    // The folders are the list of languages; a test compares them with the session document's.
    if (folder) found.set(folder as Language, load);
  }
  return found;
}
