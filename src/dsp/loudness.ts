import { StereoKWeighting } from "./loudness-weighting.ts";

/** Length of the window of momentary loudness, and of a gating block, seconds (BS.1770-4, EBU Tech 3341). */
export const MOMENTARY_SECONDS = 0.4;

const BLOCK_HOP_SECONDS = 0.1;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;
/** Cancels the K-weighting's gain at 997 Hz. */
const OFFSET_DB = -0.691;
const NOTHING = new Float32Array(0);

/**
 * Integrated loudness by ITU-R BS.1770-4, LUFS: K-weighted, 400 ms blocks with 75 % overlap, gated at -70 LUFS and at
 * 10 LU below the mean of what is left.
 * @param channels front channels (mono, or left and right), all weighted 1, all equally long. A mono signal heard on
 *   both sides is `[mono, mono]`, 3.01 dB louder than `[mono]`.
 * @param sampleRate frames per second
 * @returns -Infinity where nothing passes the gates or there are less than 400 ms
 */
export function integratedLufs(channels: readonly Float32Array[], sampleRate: number): number {
  return gatedLufs(windowPowers(channels, sampleRate, BLOCK_HOP_SECONDS));
}

/** Integrated loudness of 400 ms blocks with 75 % overlap, LUFS. @param powers weighted, summed over channels */
export function gatedLufs(powers: Float64Array): number {
  const audible = powers.filter((power) => toLufs(power) > ABSOLUTE_GATE_LUFS);
  const gateLufs = toLufs(mean(audible)) + RELATIVE_GATE_LU;
  return toLufs(mean(audible.filter((power) => toLufs(power) > gateLufs)));
}

/**
 * Momentary loudness, LUFS, not gated: value i is measured over the 400 ms that begin at i x `hopSeconds`.
 * @param channels as in {@link integratedLufs}
 * @param sampleRate frames per second
 * @param hopSeconds distance between values; the recommendation asks for 0.1 or less
 */
export function momentaryLufs(
  channels: readonly Float32Array[],
  sampleRate: number,
  hopSeconds: number,
): Float64Array {
  return windowPowers(channels, sampleRate, hopSeconds).map(toLufs);
}

/** Mean square of the weighted channels, summed over channels, in each whole 400 ms window. */
function windowPowers(
  channels: readonly Float32Array[],
  sampleRate: number,
  hopSeconds: number,
): Float64Array {
  const frames = channels[0]?.length ?? 0;
  const windowFrames = Math.round(MOMENTARY_SECONDS * sampleRate);
  const starts: number[] = [];
  for (let index = 0; ; index++) {
    const start = Math.round(index * hopSeconds * sampleRate);
    if (start + windowFrames > frames) break;
    starts.push(start);
  }
  const [left = NOTHING, right = new Float32Array(frames)] = channels;
  if (left.length !== right.length) throw new Error("loudness: channels differ in length");
  return energies(left, right, sampleRate, starts, windowFrames).map((energy) => energy / windowFrames);
}

/** One pass: the running energy is noted where a window begins and again where it ends. */
function energies(
  left: Float32Array,
  right: Float32Array,
  sampleRate: number,
  starts: readonly number[],
  windowFrames: number,
): Float64Array {
  const weighting = new StereoKWeighting(sampleRate);
  const found = new Float64Array(starts.length);
  let energy = 0;
  let frame = 0;
  for (let opening = 0, closing = 0; closing < starts.length; ) {
    const opens = starts[opening] ?? Number.POSITIVE_INFINITY;
    const closes = (starts[closing] ?? 0) + windowFrames;
    const next = Math.min(opens, closes);
    energy += weighting.energy(left, right, frame, next);
    frame = next;
    if (next === opens) found[opening++] = energy;
    if (next === closes) {
      found[closing] = energy - (found[closing] ?? 0);
      closing++;
    }
  }
  return found;
}

/** Loudness of a weighted power, summed over channels. */
export function toLufs(power: number): number {
  return power > 0 ? OFFSET_DB + 10 * Math.log10(power) : Number.NEGATIVE_INFINITY;
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
