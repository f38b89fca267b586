import { dbToGain } from "./db.ts";
import { hashUnit } from "./hash.ts";
import { seedFor } from "./seed-for.ts";

/** Length of a strike. */
export const BELL_SECONDS = 12;

const TAU = 2 * Math.PI;
/** Lowest mode, a little under G3. */
const LOWEST_HZ = 192;
/** Modes of a bowl: frequency relative to the lowest, level of a soft mallet, time to fall by 60 dB. */
const MODES = [
  { ratio: 1, gain: 1, t60Seconds: 20 },
  { ratio: 2.75, gain: 0.4, t60Seconds: 13 },
  { ratio: 5.2, gain: 0.14, t60Seconds: 8 },
  { ratio: 8.2, gain: 0.04, t60Seconds: 5 },
] as const;
/** A bowl is never quite round: each mode is two, so far apart, that beat slowly. */
const SPLIT_HZ = { min: 0.3, max: 2 } as const;
/** How much of the farther of the two an ear hears. */
const FAR_GAIN = 0.45;
const ATTACK_SECONDS = 0.04;
/** What is left at the end goes to zero over this time. */
const RELEASE_SECONDS = 5;
const PEAK_DB = -22.5;

/**
 * One soft strike of a singing bowl, stereo, peaking at -22.5 dBFS, {@link BELL_SECONDS} long, 0 at both ends: it
 * lifts a bed of -30 LUFS by some 5 dB.
 * @param sampleRate frames per second
 * @param options.seed decides how the modes are split and how they start; the pitch stays
 * @returns left and right
 */
export function renderBell(
  sampleRate: number,
  { seed }: { readonly seed: number },
): [Float32Array<ArrayBuffer>, Float32Array<ArrayBuffer>] {
  const left = new Float32Array(Math.round(BELL_SECONDS * sampleRate));
  const right = new Float32Array(left.length);
  const stream = seedFor(seed, "bell");
  for (const [index, { ratio, gain, t60Seconds }] of MODES.entries()) {
    const splitHz = SPLIT_HZ.min + (SPLIT_HZ.max - SPLIT_HZ.min) * hashUnit(stream, index, 0);
    const hz = LOWEST_HZ * ratio;
    const mode = { decayPerFrame: 1000 ** (-1 / (t60Seconds * sampleRate)), gain };
    addMode(left, right, {
      ...mode,
      cycles: (hz - splitHz / 2) / sampleRate,
      turns: hashUnit(stream, index, 1),
    });
    addMode(right, left, {
      ...mode,
      cycles: (hz + splitHz / 2) / sampleRate,
      turns: hashUnit(stream, index, 2),
    });
  }
  shape(left, right, sampleRate);
  return [left, right];
}

interface Mode {
  /** Cycles per frame. */
  readonly cycles: number;
  /** Phase at the first frame. */
  readonly turns: number;
  readonly gain: number;
  readonly decayPerFrame: number;
}

/** Adds a dying sine: a pointer turned and shortened frame by frame. */
function addMode(near: Float32Array, far: Float32Array, { cycles, turns, gain, decayPerFrame }: Mode): void {
  const stepCos = decayPerFrame * Math.cos(TAU * cycles);
  const stepSin = decayPerFrame * Math.sin(TAU * cycles);
  let cos = gain * Math.cos(TAU * turns);
  let sin = gain * Math.sin(TAU * turns);
  for (let frame = 0; frame < near.length; frame++) {
    near[frame] = (near[frame] ?? 0) + sin;
    far[frame] = (far[frame] ?? 0) + FAR_GAIN * sin;
    const next = cos * stepCos - sin * stepSin;
    sin = sin * stepCos + cos * stepSin;
    cos = next;
  }
}

/** Raised-cosine edges, and the peak. */
function shape(left: Float32Array, right: Float32Array, sampleRate: number): void {
  const attackFrames = ATTACK_SECONDS * sampleRate;
  const releaseFrames = RELEASE_SECONDS * sampleRate;
  let peak = 0;
  for (const channel of [left, right]) {
    for (let frame = 0; frame < channel.length; frame++) {
      const edge = risen(frame / attackFrames) * risen((channel.length - 1 - frame) / releaseFrames);
      const sample = edge * (channel[frame] ?? 0);
      channel[frame] = sample;
      peak = Math.max(peak, Math.abs(sample));
    }
  }
  const gain = dbToGain(PEAK_DB) / peak;
  for (const channel of [left, right]) {
    for (let frame = 0; frame < channel.length; frame++) channel[frame] = gain * (channel[frame] ?? 0);
  }
}

function risen(fraction: number): number {
  return fraction >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * fraction);
}
