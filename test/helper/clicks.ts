import type { Samples } from "./fft.ts";
import { highPass } from "./filters.ts";
import { peak } from "./levels.ts";

/** The filter's own start is not judged. */
const SKIP_SECONDS = 0.02;

/** A noise whose largest peak above 8 kHz stands out further than this clicks, standard deviations. */
export const MOST_CLICK = 7;

/**
 * How far the largest peak above 8 kHz stands out of a noise, in standard deviations (median of |y| / 0.6745, which a
 * click cannot move). Gaussian noise reads 5.6 over ten minutes; more than {@link MOST_CLICK} is a click.
 * @param localSeconds stretches judged each by their own deviation, for a bed that swells; by default the whole
 */
export function clickiness(signal: Samples, sampleRate: number, localSeconds?: number): number {
  return Math.max(0, ...clicksOf(signal, sampleRate, localSeconds));
}

/** The same of each stretch in turn: stretch n begins `SKIP_SECONDS + n * stepSeconds` into the signal. */
export function clicksOf(
  signal: Samples,
  sampleRate: number,
  localSeconds = Number.POSITIVE_INFINITY,
  stepSeconds = localSeconds,
): number[] {
  const high = highPass(signal, sampleRate, 8000)
    .subarray(Math.round(SKIP_SECONDS * sampleRate))
    .map(Math.abs);
  const stretch = Math.min(high.length, Math.round(localSeconds * sampleRate));
  const step = Math.min(high.length, Math.round(stepSeconds * sampleRate));
  const clicks: number[] = [];
  for (let start = 0; start + stretch <= high.length; start += step) {
    const part = high.subarray(start, start + stretch);
    clicks.push((0.6745 * peak(part)) / median(part));
  }
  return clicks;
}

/** Peak of what a tonal sound leaves above 6 kHz, dBFS: below -80 there is no click. */
export function tonalResidualDb(signal: Samples, sampleRate: number): number {
  const high = highPass(signal, sampleRate, 6000).subarray(Math.round(SKIP_SECONDS * sampleRate));
  return 20 * Math.log10(peak(high));
}

/** Median of up to some 100 000 evenly spread values. */
function median(values: Float64Array): number {
  const stride = Math.max(1, Math.floor(values.length / 100_000));
  const sorted = values.filter((_, index) => index % stride === 0).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
