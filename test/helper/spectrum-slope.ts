import { powerOfTwo, type Samples } from "./fft.ts";
import { welch } from "./welch.ts";

export interface Band {
  /** Exact centre, Hz (base ten: 1000 x 10^(n/10)). */
  readonly hz: number;
  /** Power in the band, dB re a mean square of 1. */
  readonly levelDb: number;
  /** The same per Hz: flat for white noise. */
  readonly densityDb: number;
}

/** Third-octave levels (IEC 61260 base ten), of the bands whose centres lie within `fromHz`..`toHz`. */
export function thirdOctaves(
  signal: Samples,
  sampleRate: number,
  fromHz = 31,
  toHz = 16000,
): readonly Band[] {
  // A resolution of a quarter of the lowest band or better.
  const segmentFrames = powerOfTwo((4 * sampleRate) / (0.23 * fromHz));
  const { binHz, density } = welch(signal, sampleRate, segmentFrames);
  const bands: Band[] = [];
  for (let n = Math.ceil(10 * Math.log10(fromHz / 1000)); 1000 * 10 ** (n / 10) <= toHz; n++) {
    const hz = 1000 * 10 ** (n / 10);
    const low = hz * 10 ** -0.05;
    const high = hz * 10 ** 0.05;
    let power = 0;
    for (let bin = Math.floor(low / binHz); bin <= Math.ceil(high / binHz); bin++) {
      const covered = Math.min(high, (bin + 0.5) * binHz) - Math.max(low, (bin - 0.5) * binHz);
      power += Math.max(0, covered) * (density[bin] ?? 0);
    }
    bands.push({ hz, levelDb: 10 * Math.log10(power), densityDb: 10 * Math.log10(power / (high - low)) });
  }
  return bands;
}

export interface Slope {
  /** Of the power density: 0 for white noise, -3.01 for pink. */
  readonly dbPerOctave: number;
  /** Largest distance of a band from the line, dB. */
  readonly worstResidualDb: number;
}

/** Least-squares line through bands over log frequency. */
export function fitSlope(bands: readonly Band[]): Slope {
  const octaves = bands.map((band) => Math.log2(band.hz));
  const levels = bands.map((band) => band.densityDb);
  const x = mean(octaves);
  const y = mean(levels);
  const covariance = mean(octaves.map((octave, index) => (octave - x) * ((levels[index] ?? 0) - y)));
  const dbPerOctave = covariance / mean(octaves.map((octave) => (octave - x) ** 2));
  const residuals = octaves.map((octave, index) => (levels[index] ?? 0) - y - dbPerOctave * (octave - x));
  return { dbPerOctave, worstResidualDb: Math.max(...residuals.map(Math.abs)) };
}

/** Slope of a noise over 31.5 Hz-16 kHz in third octaves: the measure of exact noise. Wants 120 s. */
export function spectrumSlope(signal: Samples, sampleRate: number, fromHz = 31, toHz = 16000): Slope {
  return fitSlope(thirdOctaves(signal, sampleRate, fromHz, toHz));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
