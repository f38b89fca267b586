import { readdir } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { NarrationManifest, type NarrationPack } from "../../session/narration.ts";
import type { Language, Script, SessionDocument } from "../../session/schema.ts";
import { spokenLines } from "../../session/spoken-lines.ts";
import { readAtOnce } from "../read-at-once.ts";
import { type ContentIssue, isIssue } from "./content-issue.ts";
import { readJsonFile } from "./json-source.ts";
import { contentHash } from "./presets.ts";
import { schemaIssues } from "./schema-issues.ts";

/** Where recordings are served, and below which they are written in public/. Their names hold a hash: they never change. */
const FOLDER = "assets/narration";

export interface Narration {
  readonly packs: readonly NarrationPack[];
  /** Paths of the recordings, by where each is to stand below public/assets/narration. */
  readonly recordings: ReadonlyMap<string, string>;
}

/** Every recorded pack in sounds/narration/<language>/<narrator>, and what must be mended in it. */
export async function readNarration(
  root: string,
): Promise<{ readonly narration: Narration; readonly issues: readonly ContentIssue[] }> {
  const packs: NarrationPack[] = [];
  const recordings = new Map<string, string>();
  const issues: ContentIssue[] = [];
  for (const folder of await packFolders(root)) {
    const file = `${folder}/manifest.json`;
    const source = await readJsonFile(root, file);
    if (isIssue(source)) {
      issues.push(source);
      continue;
    }
    const parsed = v.safeParse(NarrationManifest, source.value);
    if (!parsed.success) {
      issues.push(...schemaIssues(file, source, parsed.issues));
      continue;
    }
    const manifest = parsed.output;
    if (!folder.endsWith(`/${manifest.language}/${manifest.id}`)) {
      issues.push({
        file,
        place: source.placeOf("/id"),
        message: "id and language must be those of the folders.",
      });
    }
    const lines: NarrationPack["lines"] = {};
    for (const [key, { seconds }] of Object.entries(manifest.lines)) {
      const from = `${folder}/${key}.mp3`;
      const content = readAtOnce(join(root, from));
      if (content === null) {
        issues.push({
          file,
          place: source.placeOf(`/lines/${key.replace("/", "~1")}`),
          message: `${from} is missing.`,
        });
        continue;
      }
      const to = `${manifest.language}/${manifest.id}/${key}-${contentHash(content).slice(0, 8)}.mp3`;
      recordings.set(to, join(root, from));
      lines[key] = { seconds, url: `/${FOLDER}/${to}` };
    }
    packs.push({ ...manifest, lines });
  }
  return { narration: { packs, recordings }, issues };
}

async function packFolders(root: string): Promise<string[]> {
  const base = "sounds/narration";
  const entries = await readdir(join(root, base), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.name === "manifest.json")
    .map((entry) => entry.parentPath.slice(root.length + 1))
    .sort();
}

/** Lines that a script has and a pack has not: they are only shown, not spoken, until the pack is made anew. */
export function unspoken(
  pack: NarrationPack,
  session: string,
  scripts: SessionDocument["scripts"] | Readonly<Record<Language, Script>>,
): readonly string[] {
  const script = scripts?.[pack.language];
  return (script ? spokenLines(script) : []).flatMap(({ line, text }) =>
    `${session}/${line}` in pack.lines ? [] : [text],
  );
}
