import type { Samples } from "./fft.ts";

export interface SineLevel {
  readonly atSeconds: number;
  /** Amplitude, dBFS (0 = a full-scale sine). */
  readonly db: number;
}

/**
 * Level of a sine of known frequency over time, within 0.01 dB where it changes by up to 20 dB/s: its product with a
 * pointer of the same frequency, averaged under a Hann window centred on each time.
 * @param hz 4 / windowSeconds or more
 */
export function sineLevels(
  signal: Samples,
  sampleRate: number,
  hz: number,
  hopSeconds = 0.1,
  windowSeconds = 0.04,
): readonly SineLevel[] {
  const half = Math.round((windowSeconds * sampleRate) / 2);
  const window = Float64Array.from(
    { length: 2 * half + 1 },
    (_, index) => 0.5 + 0.5 * Math.cos((Math.PI * (index - half)) / (half + 1)),
  );
  const levels: SineLevel[] = [];
  for (let step = 0; ; step++) {
    const centre = Math.round(step * hopSeconds * sampleRate);
    if (centre + half >= signal.length) return levels;
    if (centre < half) continue;
    let re = 0;
    let im = 0;
    let weight = 0;
    for (let index = -half; index <= half; index++) {
      const angle = (2 * Math.PI * hz * index) / sampleRate;
      const weighted = (window[index + half] ?? 0) * (signal[centre + index] ?? 0);
      re += weighted * Math.cos(angle);
      im += weighted * Math.sin(angle);
      weight += window[index + half] ?? 0;
    }
    levels.push({ atSeconds: step * hopSeconds, db: 20 * Math.log10((2 * Math.hypot(re, im)) / weight) });
  }
}
