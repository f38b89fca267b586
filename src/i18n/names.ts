import type { Language } from "../session/schema.ts";
import { type LanguageFiles, nameFiles } from "./files.ts";
import { type Names, namesFrom } from "./namesFrom.ts";

export { type Names, namesFrom } from "./namesFrom.ts";

/** Loads the names of a language; where they cannot be read, everything is called by its id. */
export async function loadNames(language: Language, files: LanguageFiles = nameFiles): Promise<Names> {
  try {
    return namesFrom(await files.get(language)?.());
  } catch {
    return namesFrom(null);
  }
}
