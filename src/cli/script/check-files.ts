import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { LANGUAGES, type Language } from "../../session/language.ts";
import { checkScript, type ScriptFinding } from "../../session/script/checks/check-script.ts";
import { sameAs } from "../../session/script/checks/same-in-every-language.ts";
import { type CompiledScript, compileScript } from "../../session/script/compile.ts";
import type { Known } from "../../session/script/known.ts";
import { readKnown } from "./known.ts";
import { packsOf, readPackSeconds } from "./packs.ts";

export interface Checked {
  readonly findings: readonly ScriptFinding[];
  /** How many files were looked at. */
  readonly files: number;
}

/**
 * Holds scripts to every rule, each against its other language too where that stands beside it.
 * @param root the project's folder
 * @param paths files, relative to `from`; none = every script in sounds
 * @throws where a file cannot be read or its name has no language
 */
export async function checkFiles(root: string, paths: readonly string[], from = root): Promise<Checked> {
  const files = paths.length > 0 ? paths.map((path) => resolve(from, path)) : await allScripts(root);
  const known = await readKnown(root);
  const packs = await readPackSeconds(root);
  const findings: ScriptFinding[] = [];
  for (const path of files) {
    const file = relative(root, path).replaceAll("\\", "/");
    const language = languageOf(path);
    const source = await readFile(path, "utf8").catch(() => {
      throw new Error(`${file} cannot be read.`);
    });
    const session = basename(dirname(path));
    const { findings: own, compiled } = checkScript(source, {
      file,
      language,
      packs: packsOf(packs, language, session),
      isOpening: session === "opening",
      ...known(language),
    });
    findings.push(...own, ...(await beside(path, file, language, compiled, known)));
  }
  return { findings, files: files.length };
}

/** Compared is with the first language, or from the first with the next. */
async function beside(
  path: string,
  file: string,
  language: Language,
  compiled: CompiledScript,
  known: (language: Language) => Known,
): Promise<ScriptFinding[]> {
  const other = LANGUAGES.find((each) => each !== language);
  if (!compiled.ok || !other || language === LANGUAGES[0]) return [];
  const source = await readFile(join(dirname(path), `script.${other}.md`), "utf8").catch(() => null);
  const model =
    source === null ? null : compileScript(source, { file: `script.${other}.md`, ...known(other) });
  if (!model?.ok) return [];
  return sameAs(model, compiled).map((finding) => ({
    file,
    severity: "error",
    rule: "same-in-every-language",
    ...finding,
  }));
}

async function allScripts(root: string): Promise<string[]> {
  const folders = ["sounds/opening", ...(await sessionFolders(root))];
  return folders.flatMap((folder) =>
    LANGUAGES.map((language) => join(root, folder, `script.${language}.md`)),
  );
}

async function sessionFolders(root: string): Promise<string[]> {
  const entries = await readdir(join(root, "sounds/sessions"), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `sounds/sessions/${name}`)
    .sort();
}

function languageOf(path: string): Language {
  const language = LANGUAGES.find((each) => path.endsWith(`.${each}.md`));
  if (language) return language;
  const names = LANGUAGES.map((each) => `script.${each}.md`).join(" or ");
  throw new Error(`${basename(path)}: call the file ${names}, so that its language is known.`);
}
