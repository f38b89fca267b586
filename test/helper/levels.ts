import type { Samples } from "./fft.ts";

/** Largest magnitude, linear. */
export function peak(signal: Samples): number {
  let largest = 0;
  for (let index = 0; index < signal.length; index++) {
    const size = Math.abs(signal[index] ?? 0);
    // Not a number where any sample is none.
    if (!(size <= largest)) largest = Number.isNaN(largest) ? largest : size;
  }
  return largest;
}

/** Root mean square, linear. */
export function rms(signal: Samples): number {
  let sum = 0;
  for (let index = 0; index < signal.length; index++) sum += (signal[index] ?? 0) ** 2;
  return Math.sqrt(sum / Math.max(1, signal.length));
}

/** Peak over RMS, dB: 3.01 for a sine, 13-15 for some seconds of noise. */
export function crestDb(signal: Samples): number {
  return 20 * Math.log10(peak(signal) / rms(signal));
}
