import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { LANGUAGES, type Language, type Script } from "../../session/schema.ts";
import { compileScript } from "../../session/script/compile.ts";
import type { Known } from "../../session/script/known.ts";
import type { ScriptWords } from "../../session/script/words.ts";
import type { ContentIssue } from "./content-issue.ts";

/** Scripts of one folder by language, all on one bed. */
export interface ScriptFolder {
  readonly bed: string;
  readonly scripts: Readonly<Record<Language, Script>>;
}

/** What scripts may name, and the words of each language. */
export interface ScriptWorld {
  readonly known: Omit<Known, "words">;
  readonly words: ReadonlyMap<Language, ScriptWords>;
}

/**
 * Compiles script.<language>.md in every language.
 * @param folder relative to the project's folder
 */
export async function readScripts(
  root: string,
  folder: string,
  { known, words }: ScriptWorld,
): Promise<ScriptFolder | readonly ContentIssue[]> {
  const issues: ContentIssue[] = [];
  const compiled = new Map<Language, { readonly bed: string; readonly script: Script }>();
  for (const language of LANGUAGES) {
    const file = `${folder}/script.${language}.md`;
    const source = await readFile(join(root, file), "utf8").catch(() => null);
    if (source === null) {
      issues.push({
        file,
        place: null,
        message: "This file is missing; every session speaks every language.",
      });
      continue;
    }
    const result = compileScript(source, { file, ...known, ...wordsOf(words.get(language)) });
    if (result.ok) compiled.set(language, result);
    else
      issues.push(
        ...result.issues.map(({ line, column, message }) => ({ file, place: { line, column }, message })),
      );
  }
  const [nl, en] = LANGUAGES.map((language) => compiled.get(language));
  if (!nl || !en) return issues;
  if (nl.bed !== en.bed) {
    return [
      { file: folder, place: null, message: `The languages name different beds: ${nl.bed} and ${en.bed}.` },
    ];
  }
  return { bed: nl.bed, scripts: { nl: nl.script, en: en.script } };
}

function wordsOf(words: ScriptWords | undefined): Pick<Known, "words"> {
  return words ? { words } : {};
}

/** Ids of all guided sessions: the folders in sounds/sessions. */
export async function sessionIds(root: string): Promise<string[]> {
  const entries = await readdir(join(root, "sounds/sessions"), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
