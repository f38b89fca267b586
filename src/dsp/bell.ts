import { dbToGain } from "./db.ts";
import { hashUnit } from "./hash.ts";
import { RingingPair } from "./ringing-pair.ts";
import { seedFor } from "./seed-for.ts";

/** Length of a strike. */
export const BELL_SECONDS = 12;

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
    const mode = new RingingPair(sampleRate);
    mode.hz = LOWEST_HZ * ratio;
    mode.splitHz = SPLIT_HZ.min + (SPLIT_HZ.max - SPLIT_HZ.min) * hashUnit(stream, index, 0);
    mode.t60Seconds = t60Seconds;
    mode.gain = gain;
    mode.farGain = FAR_GAIN;
    // As if struck at some moment of the last minute: that is how the two of a mode start apart.
    mode.begin(Math.round(60 * hashUnit(stream, index, 1) * sampleRate), 0);
    mode.add(left, right, 0);
  }
  shape(left, right, sampleRate);
  return [left, right];
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
