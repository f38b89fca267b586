import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LANGUAGES, type Language } from "../../session/language.ts";
import { type NarrationManifest, parseNarrationManifest } from "../../session/narration.ts";
import type { PackSeconds } from "../../session/script/checks/check.ts";

/** The manifests of all recorded packs. One that is damaged or missing judges nothing; `npm run content` names it. */
export async function readPackSeconds(root: string): Promise<readonly NarrationManifest[]> {
  const packs: NarrationManifest[] = [];
  for (const language of LANGUAGES) {
    const folder = join(root, "sounds/narration", language);
    for (const narrator of await readdir(folder).catch(() => [])) {
      const text = await readFile(join(folder, narrator, "manifest.json"), "utf8").catch(() => null);
      const parsed = text === null ? null : parseNarrationManifest(parseJson(text));
      if (parsed?.ok) packs.push(parsed.manifest);
    }
  }
  return packs;
}

/** How long the packs of a language speak the lines of one session. */
export function packsOf(
  packs: readonly NarrationManifest[],
  language: Language,
  session: string,
): readonly PackSeconds[] {
  return packs
    .filter((pack) => pack.language === language)
    .map(({ name, lines }) => ({ name, seconds: (line) => lines[`${session}/${line}`]?.seconds }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
