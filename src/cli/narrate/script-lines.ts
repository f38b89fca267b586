import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { COMPANION_SESSION } from "../../engine/companion.ts";
import type { Language, Script } from "../../session/schema.ts";
import { compileScript } from "../../session/script/compile.ts";
import { describeScriptIssue } from "../../session/script/issue.ts";
import type { Known } from "../../session/script/known.ts";
import type { ScriptWords } from "../../session/script/words.ts";
import { spokenLines } from "../../session/spoken-lines.ts";
import { describeContentIssue } from "../content/content-issue.ts";
import { readLayers } from "../content/read-layers.ts";
import { readScriptWords } from "../content/script-words.ts";
import { COMPANION_PHASES, type CompanionPhase } from "./companion-breath.ts";

export interface SpokenLine {
  /** `<session>/<line>`. */
  readonly key: string;
  readonly text: string;
  /** Not words, but one half of a companion's breath. */
  readonly breath?: CompanionPhase;
}

export interface SpokenSession {
  /** `opening`, or the folder's name in sounds/sessions. */
  readonly id: string;
  /** Each different sentence once, in the order of the script. */
  readonly lines: readonly SpokenLine[];
}

/**
 * Everything that is said in a language: the opening and every session.
 * @returns also the key of the line by which a narrator is chosen: the opening's part `sample`
 * @throws with every mistake in the scripts, one a line
 */
export async function readSpoken(
  root: string,
  language: Language,
): Promise<{ readonly sessions: readonly SpokenSession[]; readonly sample: string }> {
  const folders = await readdir(join(root, "sounds/sessions"), { withFileTypes: true });
  const ids = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const known = { words: await scriptWords(root, language), layers: [...(await readLayers(root)).values()] };
  const read = (folder: string) => readScript(root, folder, language, known);
  const opening = await read("sounds/opening");
  const sessions = [spokenSession("opening", opening)];
  let accompanied = false;
  for (const id of ids.sort()) {
    const script = await read(`sounds/sessions/${id}`);
    sessions.push(spokenSession(id, script));
    accompanied ||= hasCompanion(script);
  }
  if (accompanied) sessions.push(COMPANION);
  const sample = opening.parts
    .find(({ id }) => id === "sample")
    ?.items.flatMap((item) => ("say" in item ? [`opening/${item.say.line}`] : []))[0];
  if (!sample) throw new Error(`sounds/opening/script.${language}.md: the part {#sample} says nothing.`);
  return { sessions, sample };
}

/** The breath of a companion, the same for every session that asks for one. */
const COMPANION: SpokenSession = {
  id: COMPANION_SESSION,
  lines: COMPANION_PHASES.map((breath) => ({
    key: `${COMPANION_SESSION}/${breath}`,
    text: `(breath, ${breath})`,
    breath,
  })),
};

function hasCompanion({ parts }: Script): boolean {
  return parts.some(({ items }) => items.some((item) => "breathe" in item && item.breathe.companion));
}

async function scriptWords(root: string, language: Language): Promise<ScriptWords> {
  const words = await readScriptWords(root, language);
  if ("numbers" in words) return words;
  throw new Error(words.map(describeContentIssue).join("\n"));
}

async function readScript(root: string, folder: string, language: Language, known: Known): Promise<Script> {
  const file = `${folder}/script.${language}.md`;
  const source = await readFile(join(root, file), "utf8").catch(() => null);
  if (source === null) throw new Error(`${file} is missing.`);
  const compiled = compileScript(source, { file, ...known });
  if (!compiled.ok) throw new Error(compiled.issues.map(describeScriptIssue).join("\n"));
  return compiled.script;
}

function spokenSession(id: string, script: Script): SpokenSession {
  const lines = new Map<string, SpokenLine>();
  for (const { line, text } of spokenLines(script)) {
    const key = `${id}/${line}`;
    lines.set(key, { key, text });
  }
  return { id, lines: [...lines.values()] };
}
