import { join } from "node:path";
import { linkFiles } from "../link-files.ts";
import { catalogueOf } from "./catalogue-file.ts";
import { type ContentIssue, describeContentIssue } from "./content-issue.ts";
import { contractFiles } from "./contract/contract-files.ts";
import { presetsFile } from "./presets.ts";
import { type Content, readContent } from "./read-content.ts";
import { findLayers } from "./read-layers.ts";
import { workletModules } from "./worklet-modules.ts";
import { writeBuilt } from "./write-built.ts";

/** Says, one line each, what must be mended in the content. */
export class ContentError extends Error {
  constructor(issues: readonly ContentIssue[]) {
    super(issues.map(describeContentIssue).join("\n"));
    this.name = "ContentError";
  }
}

/**
 * Builds sounds/built and the narration's public files from layers, beds, scripts, names and packs.
 * Throws a {@link ContentError} and writes nothing where something must be mended.
 * @param root the project's folder
 */
export async function buildContent(root: string): Promise<Content> {
  const content = await readContent(root);
  if (!("sessions" in content)) throw new ContentError(content);
  const { layers, sessions, opening, narration } = content;
  const json = (value: unknown) => `${JSON.stringify(value)}\n`;
  const built = new Map<string, string>([
    ["catalogue.json", json(catalogueOf(layers, sessions, narration.packs))],
    ["opening.json", json(opening)],
    ["narration.json", json({ packs: narration.packs })],
    ["presets.json", presetsFile(sessions)],
    ...contractFiles(),
    ...sessions.map((session): [string, string] => [`sessions/${session.id}.json`, json(session)]),
    ...workletModules(await findLayers(root), sessions),
  ]);
  await writeBuilt(join(root, "sounds/built"), built);
  await linkFiles(join(root, "public/assets/narration"), narration.recordings);
  return content;
}
