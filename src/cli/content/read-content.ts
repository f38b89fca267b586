import type { LayerDefinition } from "../../dsp/layer.ts";
import { parseSession } from "../../session/parse.ts";
import { SESSION_VERSION, type SessionDocument } from "../../session/schema.ts";
import type { ContentIssue } from "./content-issue.ts";
import { nameIssues, titlesOf } from "./names.ts";
import { type Narration, readNarration } from "./narration.ts";
import { readBeds } from "./read-beds.ts";
import { readLanguages } from "./read-languages.ts";
import { readLayers } from "./read-layers.ts";
import { readScripts, type ScriptFolder, sessionIds } from "./read-scripts.ts";
import { readAllWords } from "./script-words.ts";

/** Parts that sounds/opening has: one acknowledgement per answer to "how is it now", and the line about the phone. */
const OPENING_PARTS = ["usual", "head", "body", "tired", "put-away"];

/** All content, read and checked. */
export interface Content {
  readonly layers: ReadonlyMap<string, LayerDefinition>;
  /** Beds and guided sessions. */
  readonly sessions: readonly SessionDocument[];
  readonly opening: ScriptFolder["scripts"];
  readonly narration: Narration;
}

/** Reads layers, names, beds, scripts and narration; whatever must be mended comes back instead, all at once. */
export async function readContent(root: string): Promise<Content | readonly ContentIssue[]> {
  const layers = await readLayers(root);
  const { languages, issues: languageIssues } = await readLanguages(root);
  const { beds, issues: bedIssues } = await readBeds(root, layers);
  const issues: ContentIssue[] = [...languageIssues, ...bedIssues];
  const nameable = { layers, beds: [...beds.keys()], sessions: await sessionIds(root) };
  for (const language of languages) issues.push(...nameIssues(language, nameable));

  const sessions: SessionDocument[] = [];
  const add = (file: string, document: unknown) => {
    const parsed = parseSession(document);
    if (parsed.ok) sessions.push(parsed.session);
    else
      issues.push(
        ...parsed.issues.map(({ pointer, message }) => ({
          file,
          place: null,
          message: `${pointer}: ${message}`,
        })),
      );
  };
  for (const [id, bed] of beds) {
    const titles = titlesOf("beds", id, languages);
    if (titles) add(`sounds/beds/${id}.json`, { ...documentOf(id, "bed", bed), titles });
  }
  const { words, issues: wordIssues } = await readAllWords(root);
  issues.push(...wordIssues);
  const world = {
    known: { layers: [...layers.values()], beds: nameable.beds, sessions: nameable.sessions },
    words,
  };
  for (const id of nameable.sessions) {
    const folder = `sounds/sessions/${id}`;
    const read = await readScripts(root, folder, world);
    const titles = titlesOf("sessions", id, languages);
    if (!("scripts" in read)) issues.push(...read);
    const bed = "scripts" in read ? beds.get(read.bed) : undefined;
    if (bed && titles && "scripts" in read) {
      add(folder, { ...documentOf(id, "guided", bed), titles, scripts: read.scripts });
    }
  }
  const opening = await readScripts(root, "sounds/opening", world);
  if (!("scripts" in opening)) return [...issues, ...opening];
  issues.push(...openingIssues(opening));
  const { narration, issues: narrationIssues } = await readNarration(root);
  issues.push(...narrationIssues);
  return issues.length > 0 ? issues : { layers, sessions, opening: opening.scripts, narration };
}

function documentOf(
  id: string,
  kind: "bed" | "guided",
  bed: { layers: readonly unknown[]; fadeMinutes: number },
) {
  return {
    version: SESSION_VERSION,
    id,
    kind,
    bed: { layers: bed.layers },
    ending: { fadeSeconds: bed.fadeMinutes * 60 },
  };
}

function openingIssues({ scripts }: ScriptFolder): ContentIssue[] {
  return Object.entries(scripts).flatMap(([language, script]) =>
    OPENING_PARTS.filter((id) => !script.parts.some((part) => part.id === id)).map((id) => ({
      file: `sounds/opening/script.${language}.md`,
      place: null,
      message: `The part {#${id}} is missing.`,
    })),
  );
}
