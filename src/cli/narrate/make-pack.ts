import type { NarrationLine } from "../../session/narration.ts";
import { wordsOf } from "../fail.ts";
import type { Narrator } from "./narrators.ts";
import { PackFolder } from "./pack-folder.ts";
import { planPack } from "./plan-pack.ts";
import { readSpoken } from "./script-lines.ts";
import { recipeOf, recordBreath, speakLine } from "./speak-line.ts";

/** After so many lines the manifest is brought up to them: whoever stops in the middle goes on from there. */
const LINES_KEPT_AT_ONCE = 25;

export interface PackJob {
  readonly root: string;
  readonly narrator: Narrator;
  /** Ids of the only sessions to speak; null = all. */
  readonly sessions: readonly string[] | null;
  readonly progress: (done: number, total: number, text: string) => void;
}

export interface PackReport {
  readonly spoken: number;
  readonly kept: number;
  readonly removed: number;
  /** Size of each session's recordings, bytes. */
  readonly bytes: ReadonlyMap<string, number>;
  readonly lufs: { readonly min: number; readonly max: number };
}

/**
 * Brings one narrator's pack up to the scripts; only what changed is spoken. What was made before a failure stays.
 * @throws naming the line that could not be made
 */
export async function makePack({ root, narrator, sessions, progress }: PackJob): Promise<PackReport> {
  const { about, speaker } = narrator;
  const folder = new PackFolder(root, about.language, about.id);
  const said = await readSpoken(root, about.language);
  const stranger = sessions?.find((id) => !said.sessions.some((session) => session.id === id));
  if (stranger) {
    const known = said.sessions.map(({ id }) => id).join(", ");
    throw new Error(`--session: there is no "${stranger}". Known are ${known}.`);
  }
  const covers = (session: string) => sessions?.includes(session) ?? true;
  const wanted = said.sessions
    .flatMap(({ id, lines }) => lines.map((line) => ({ ...line, session: id })))
    .filter(({ session, key }) => covers(session) || key === said.sample);
  const plan = planPack(wanted, await folder.readState(), recipeOf(speaker), covers);

  const lines: Record<string, NarrationLine> = { ...plan.keep };
  const keep = async () => {
    if (lines[said.sample]) await folder.writeManifest({ ...about, sample: said.sample, lines });
  };
  try {
    for (const [index, { key, text, breath }] of plan.speak.entries()) {
      progress(index + 1, plan.speak.length, text);
      await folder.prepare(key);
      const made = breath
        ? recordBreath(breath, speaker, folder.file(key))
        : speakLine(speaker, text, folder.file(key));
      lines[key] = await made.catch((error: unknown) => {
        throw new Error(`${key} (“${text}”): ${wordsOf(error)}`);
      });
      if (index % LINES_KEPT_AT_ONCE === LINES_KEPT_AT_ONCE - 1) await keep();
    }
  } finally {
    await keep();
  }
  for (const key of plan.remove) await folder.remove(key);
  return {
    spoken: plan.speak.length,
    kept: Object.keys(plan.keep).length,
    removed: plan.remove.length,
    ...figures(lines),
  };
}

function figures(lines: Readonly<Record<string, NarrationLine>>): Pick<PackReport, "bytes" | "lufs"> {
  const bytes = new Map<string, number>();
  for (const [key, line] of Object.entries(lines)) {
    const session = key.slice(0, key.indexOf("/"));
    bytes.set(session, (bytes.get(session) ?? 0) + (line.bytes ?? 0));
  }
  const levels = Object.values(lines).flatMap(({ lufs }) => (lufs === undefined ? [] : [lufs]));
  return { bytes, lufs: { min: Math.min(...levels), max: Math.max(...levels) } };
}
