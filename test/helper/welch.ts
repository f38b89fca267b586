import { forwardHalf, type Samples } from "./fft.ts";

/** Averaged spectra of two signals, one value per bin 0..segment/2. */
export interface CrossSpectra {
  readonly binHz: number;
  /** Power density of the first signal, per Hz (a full-scale sine has power 0.5). */
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Cross density, first times conjugate second. */
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * Welch's method: Hann segments, 50 % overlap.
 * @param segmentFrames a power of two; resolution is sampleRate / segmentFrames. The signals must be as long at least.
 */
export function crossSpectra(
  first: Samples,
  second: Samples,
  sampleRate: number,
  segmentFrames: number,
): CrossSpectra {
  const { window, count, hop, bins, scale } = segments(first, sampleRate, segmentFrames);
  const [powerA, powerB, re, im] = [0, 1, 2, 3].map(() => new Float64Array(bins)) as Four;
  const [a, b] = [new Float64Array(2 * segmentFrames), new Float64Array(2 * segmentFrames)];
  for (let segment = 0; segment < count; segment++) {
    transform(first, segment * hop, window, a);
    transform(second, segment * hop, window, b);
    for (let bin = 0; bin < bins; bin++) {
      const [ar, ai] = [a[2 * bin] ?? 0, a[2 * bin + 1] ?? 0];
      const [br, bi] = [b[2 * bin] ?? 0, b[2 * bin + 1] ?? 0];
      powerA[bin] = (powerA[bin] ?? 0) + (ar * ar + ai * ai);
      powerB[bin] = (powerB[bin] ?? 0) + (br * br + bi * bi);
      re[bin] = (re[bin] ?? 0) + (ar * br + ai * bi);
      im[bin] = (im[bin] ?? 0) + (ai * br - ar * bi);
    }
  }
  for (const spectrum of [powerA, powerB, re, im]) oneSided(spectrum, scale);
  return { binHz: sampleRate / segmentFrames, first: powerA, second: powerB, re, im };
}

type Four = [Float64Array, Float64Array, Float64Array, Float64Array];

/** Power density per Hz, bins 0..segment/2. */
export function welch(
  signal: Samples,
  sampleRate: number,
  segmentFrames: number,
): { readonly binHz: number; readonly density: Float64Array } {
  const { window, count, hop, bins, scale } = segments(signal, sampleRate, segmentFrames);
  const density = new Float64Array(bins);
  const spectrum = new Float64Array(2 * segmentFrames);
  for (let segment = 0; segment < count; segment++) {
    transform(signal, segment * hop, window, spectrum);
    for (let bin = 0; bin < bins; bin++) {
      const [re, im] = [spectrum[2 * bin] ?? 0, spectrum[2 * bin + 1] ?? 0];
      density[bin] = (density[bin] ?? 0) + (re * re + im * im);
    }
  }
  oneSided(density, scale);
  return { binHz: sampleRate / segmentFrames, density };
}

/** How a signal is cut: the window, how many segments, how far apart; and what brings the sum of their powers to a density. */
function segments(signal: Samples, sampleRate: number, segmentFrames: number) {
  if (signal.length < segmentFrames) throw new Error(`welch: fewer than ${segmentFrames} frames`);
  const window = Float64Array.from(
    { length: segmentFrames },
    (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / segmentFrames),
  );
  const windowPower = window.reduce((sum, value) => sum + value * value, 0);
  const hop = segmentFrames / 2;
  const count = Math.floor((signal.length - segmentFrames) / hop) + 1;
  return { window, count, hop, bins: segmentFrames / 2 + 1, scale: 1 / (windowPower * sampleRate * count) };
}

/** All but the outermost bins stand for two. */
function oneSided(spectrum: Float64Array, scale: number): void {
  const last = spectrum.length - 1;
  for (let bin = 0; bin <= last; bin++) {
    spectrum[bin] = (spectrum[bin] ?? 0) * scale * (bin === 0 || bin === last ? 1 : 2);
  }
}

let latestSegment = new Float64Array(0);

function transform(signal: Samples, start: number, window: Float64Array, spectrum: Float64Array): void {
  if (latestSegment.length !== window.length) latestSegment = new Float64Array(window.length);
  const segment = latestSegment;
  for (let index = 0; index < segment.length; index++) {
    segment[index] = (window[index] ?? 0) * (signal[start + index] ?? 0);
  }
  forwardHalf(segment, spectrum);
}
