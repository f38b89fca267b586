import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NARRATION_LUFS, type NarrationLine } from "../../session/narration.ts";
import { lineId } from "../../session/script/line-id.ts";
import { type CompanionPhase, companionBreath } from "./companion-breath.ts";
import { EDGE_SECONDS, finishLine, PAD_SECONDS } from "./finish-line.ts";
import { sha256 } from "./pack-folder.ts";
import { type Measured, measure, readFiltered, writeMp3 } from "./recording.ts";
import type { Speaker } from "./speaker.ts";

/** How far a finished line may be from {@link NARRATION_LUFS}, LU. */
const TOLERANCE_LU = 0.5;
/** A short word may come out louder by half of what it was turned down. */
const CORRECTIONS = 4;
/** Room for what a later decoder or room adds. */
const TRUE_PEAK_DB = -3;

/** Changes whenever a line would come out differently: how it is spoken, and how it is finished. */
export function recipeOf(speaker: Speaker): string {
  const { sampleRate, kilobits } = speaker.encoding;
  const finish = [NARRATION_LUFS, PAD_SECONDS, EDGE_SECONDS, sampleRate, kilobits];
  return lineId([speaker.recipe, ...speaker.filters, ...finish].join("|"));
}

/** Speaks one sentence into an MP3 file, finished and measured. Rejects with plain words. */
export async function speakLine(speaker: Speaker, text: string, file: string): Promise<NarrationLine> {
  const folder = await mkdtemp(join(tmpdir(), "luwte-narrate-"));
  try {
    const spoken = join(folder, "line.wav");
    await speaker.speak(text, spoken);
    if (!(await readFile(spoken).catch(() => null))?.length) {
      throw new Error("the program ended well but wrote no sound.");
    }
    const { sampleRate } = speaker.encoding;
    const samples = finishLine(await readFiltered(spoken, speaker.filters, sampleRate), sampleRate);
    if (!samples) throw new Error("the program wrote silence.");
    return await recorded(samples, speaker, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes one half of a companion's breath into an MP3 file, levelled as a line is. Rejects with plain words. */
export async function recordBreath(
  phase: CompanionPhase,
  speaker: Speaker,
  file: string,
): Promise<NarrationLine> {
  const { sampleRate } = speaker.encoding;
  const samples = finishLine(companionBreath(phase, sampleRate), sampleRate);
  if (!samples) throw new Error("the breath came out silent.");
  return await recorded(samples, speaker, file);
}

/** Encodes a finished line; what encoding took from its level is given back, and again where that was not enough. */
async function recorded(samples: Float32Array, speaker: Speaker, file: string): Promise<NarrationLine> {
  const encode = async (gain: number) => {
    const levelled = samples.map((sample) => sample * gain);
    await writeMp3(levelled, speaker.encoding, file);
    return measure(file);
  };
  let gain = 1;
  let measured = await encode(gain);
  for (let times = 0; times < CORRECTIONS; times++) {
    gain *= 10 ** ((NARRATION_LUFS - measured.lufs) / 20);
    measured = await encode(gain);
    if (isLevel(measured)) break;
  }
  checkMeasured(measured);
  const bytes = await readFile(file);
  return {
    seconds: rounded(measured.seconds),
    lufs: rounded(measured.lufs),
    bytes: bytes.length,
    sha256: sha256(bytes),
    recipe: recipeOf(speaker),
  };
}

function isLevel({ lufs }: Measured): boolean {
  return Math.abs(lufs - NARRATION_LUFS) <= TOLERANCE_LU;
}

function checkMeasured(measured: Measured): void {
  const { lufs, truePeakDb } = measured;
  if (!isLevel(measured)) {
    throw new Error(`it came out at ${lufs.toFixed(1)} LUFS instead of ${NARRATION_LUFS}.`);
  }
  if (truePeakDb > TRUE_PEAK_DB) {
    throw new Error(`its peaks reach ${truePeakDb.toFixed(1)} dBTP, above ${TRUE_PEAK_DB}.`);
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
