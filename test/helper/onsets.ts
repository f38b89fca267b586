import type { Samples } from "./fft.ts";

/** When the signal first exceeds a level, seconds; null = never. @param thresholdDb dBFS, peak */
export function firstAboveSeconds(signal: Samples, sampleRate: number, thresholdDb: number): number | null {
  const threshold = 10 ** (thresholdDb / 20);
  for (let index = 0; index < signal.length; index++) {
    if (Math.abs(signal[index] ?? 0) > threshold) return index / sampleRate;
  }
  return null;
}

/** When the signal last exceeds a level, seconds; null = never. @param thresholdDb dBFS, peak */
export function lastAboveSeconds(signal: Samples, sampleRate: number, thresholdDb: number): number | null {
  const threshold = 10 ** (thresholdDb / 20);
  for (let index = signal.length - 1; index >= 0; index--) {
    if (Math.abs(signal[index] ?? 0) > threshold) return index / sampleRate;
  }
  return null;
}

/**
 * When events begin, seconds: the signal exceeds `thresholdDb` after it has been below `thresholdDb - 6` for
 * `quietSeconds`. Exact to the sample for a click, to a fraction of the edge for a soft event.
 * @param thresholdDb dBFS, peak
 * @param quietSeconds longer than a period of the lowest tone in the events
 */
export function onsetsSeconds(
  signal: Samples,
  sampleRate: number,
  thresholdDb: number,
  quietSeconds = 0.02,
): readonly number[] {
  const on = 10 ** (thresholdDb / 20);
  const off = on / 2;
  const onsets: number[] = [];
  let quietFrames = Number.POSITIVE_INFINITY;
  for (let index = 0; index < signal.length; index++) {
    const level = Math.abs(signal[index] ?? 0);
    if (level > on && quietFrames >= quietSeconds * sampleRate) onsets.push(index / sampleRate);
    if (level > on) quietFrames = 0;
    else if (level < off) quietFrames++;
    else if (quietFrames < quietSeconds * sampleRate) quietFrames = 0;
  }
  return onsets;
}
