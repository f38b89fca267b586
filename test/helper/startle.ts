import { momentaryLufs } from "../../src/dsp/loudness.ts";
import { allowedSeconds } from "./rises.ts";

const HOP_SECONDS = 0.05;

export interface Rise {
  /** Seconds of the allowed rise used up within one second: more than 1 startles. */
  readonly worst: number;
  /** Where the second begins. */
  readonly atSeconds: number;
}

/**
 * The startle rule on everything but narration: momentary loudness rises at most 20 dB/s below -45 LUFS and 6 dB/s
 * above. Judged over each second, since one 400 ms window blurs anything shorter.
 * @param channels as heard: mono is `[mono, mono]`
 * @param fromSeconds judged from here on; 0 leaves the sound's own beginning out
 */
export function steepestRise(
  channels: readonly Float32Array[],
  sampleRate: number,
  fromSeconds = Number.NEGATIVE_INFINITY,
): Rise {
  // Silence before the first sample is where the first rise begins.
  const padded = channels.map((channel) => {
    const signal = new Float32Array(channel.length + sampleRate);
    signal.set(channel, sampleRate);
    return signal;
  });
  const used = momentaryLufs(padded, sampleRate, HOP_SECONDS).map(allowedSeconds);
  const reach = Math.round(1 / HOP_SECONDS);
  let found: Rise = { worst: 0, atSeconds: 0 };
  for (let index = 0; index + reach < used.length; index++) {
    const worst = (used[index + reach] ?? 0) - (used[index] ?? 0);
    const atSeconds = index * HOP_SECONDS - 1;
    if (atSeconds >= fromSeconds && worst > found.worst) found = { worst, atSeconds };
  }
  return found;
}

/** How far an event lifts a bed at most, dB of momentary loudness. */
export function eventOverBedDb(
  bed: readonly Float32Array[],
  bedWithEvent: readonly Float32Array[],
  sampleRate: number,
): number {
  const alone = momentaryLufs(bed, sampleRate, HOP_SECONDS);
  const both = momentaryLufs(bedWithEvent, sampleRate, HOP_SECONDS);
  return both.reduce((largest, level, index) => Math.max(largest, level - (alone[index] ?? 0)), 0);
}
