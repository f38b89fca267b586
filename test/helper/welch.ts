import { forward, type Samples } from "./fft.ts";

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
  if (first.length < segmentFrames) throw new Error(`welch: fewer than ${segmentFrames} frames`);
  const window = Float64Array.from(
    { length: segmentFrames },
    (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / segmentFrames),
  );
  const windowPower = window.reduce((sum, value) => sum + value * value, 0);
  const bins = segmentFrames / 2 + 1;
  const spectra = {
    binHz: sampleRate / segmentFrames,
    first: new Float64Array(bins),
    second: new Float64Array(bins),
    re: new Float64Array(bins),
    im: new Float64Array(bins),
  };
  const hop = segmentFrames / 2;
  const count = Math.floor((first.length - segmentFrames) / hop) + 1;
  for (let segment = 0; segment < count; segment++) {
    const a = windowed(first, segment * hop, window);
    const b = first === second ? a : windowed(second, segment * hop, window);
    for (let bin = 0; bin < bins; bin++) {
      // One-sided: all but the outermost bins stand for two.
      const scale = (bin === 0 || bin === bins - 1 ? 1 : 2) / (windowPower * sampleRate * count);
      const [ar, ai] = [a[2 * bin] ?? 0, a[2 * bin + 1] ?? 0];
      const [br, bi] = [b[2 * bin] ?? 0, b[2 * bin + 1] ?? 0];
      spectra.first[bin] = (spectra.first[bin] ?? 0) + scale * (ar * ar + ai * ai);
      spectra.second[bin] = (spectra.second[bin] ?? 0) + scale * (br * br + bi * bi);
      spectra.re[bin] = (spectra.re[bin] ?? 0) + scale * (ar * br + ai * bi);
      spectra.im[bin] = (spectra.im[bin] ?? 0) + scale * (ai * br - ar * bi);
    }
  }
  return spectra;
}

/** Power density per Hz, bins 0..segment/2. */
export function welch(
  signal: Samples,
  sampleRate: number,
  segmentFrames: number,
): { readonly binHz: number; readonly density: Float64Array } {
  const { binHz, first } = crossSpectra(signal, signal, sampleRate, segmentFrames);
  return { binHz, density: first };
}

function windowed(signal: Samples, start: number, window: Float64Array): Float64Array {
  const segment = new Float64Array(window.length);
  for (let index = 0; index < segment.length; index++) {
    segment[index] = (window[index] ?? 0) * (signal[start + index] ?? 0);
  }
  return forward(segment, segment.length);
}
