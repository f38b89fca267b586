import { METER_HOP_SECONDS } from "../../src/dsp/loudness-meter.ts";

/** Below this there is silence. */
const FLOOR_LUFS = -70;
const BEND_LUFS = -45;
const HOPS_IN_SECOND = Math.round(1 / METER_HOP_SECONDS);

/**
 * The startle rule on a course of momentary loudness (a value every 50 ms): it may rise by 20 dB/s below -45 LUFS and by
 * 6 dB/s above. Judged over each second, since one 400 ms window blurs anything shorter.
 * @returns seconds of the allowed rise used up within one second, where that is most: more than 1 startles
 */
export function steepestOf(levels: Float64Array): number {
  const used = levels.map(allowedSeconds);
  let worst = 0;
  for (let index = 0; index + HOPS_IN_SECOND < used.length; index++) {
    worst = Math.max(worst, (used[index + HOPS_IN_SECOND] ?? 0) - (used[index] ?? 0));
  }
  return worst;
}

/** Loudness of a sound and a steady bed together. @param bedLufs its loudness; the two are not alike, so powers add */
export function overBed(levels: Float64Array, bedLufs: number): Float64Array {
  const bed = 10 ** (bedLufs / 10);
  return levels.map((level) => 10 * Math.log10(10 ** (level / 10) + bed));
}

/** Seconds that the steepest allowed rise takes from -45 LUFS to this level (negative below). */
export function allowedSeconds(lufs: number): number {
  const level = Math.max(FLOOR_LUFS, lufs);
  return (level - BEND_LUFS) / (level < BEND_LUFS ? 20 : 6);
}
