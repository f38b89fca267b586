import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language, Script } from "../../session/schema.ts";
import { compileScript } from "../../session/script/compile.ts";
import { describeScriptIssue } from "../../session/script/issue.ts";
import type { CompanionPhase } from "./companion-breath.ts";

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
  const opening = await readScript(root, "sounds/opening", language);
  const sessions = [spokenSession("opening", opening)];
  for (const id of ids.sort()) {
    sessions.push(spokenSession(id, await readScript(root, `sounds/sessions/${id}`, language)));
  }
  const sample = opening.parts
    .find(({ id }) => id === "sample")
    ?.items.flatMap((item) => ("say" in item ? [`opening/${item.say.line}`] : []))[0];
  if (!sample) throw new Error(`sounds/opening/script.${language}.md: the part {#sample} says nothing.`);
  return { sessions, sample };
}

async function readScript(root: string, folder: string, language: Language): Promise<Script> {
  const file = `${folder}/script.${language}.md`;
  const source = await readFile(join(root, file), "utf8").catch(() => null);
  if (source === null) throw new Error(`${file} is missing.`);
  const compiled = compileScript(source, { file });
  if (!compiled.ok) throw new Error(compiled.issues.map(describeScriptIssue).join("\n"));
  return compiled.script;
}

function spokenSession(id: string, script: Script): SpokenSession {
  const lines = new Map<string, SpokenLine>();
  for (const item of script.parts.flatMap((part) => part.items)) {
    if ("say" in item) {
      const key = `${id}/${item.say.line}`;
      lines.set(key, { key, text: item.say.text });
    }
  }
  return { id, lines: [...lines.values()] };
}
