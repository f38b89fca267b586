import { forward, inverseReal, powerOfTwo, type Samples } from "./fft.ts";

export interface Found {
  /** Frame of the recording where the snippet begins. */
  readonly frame: number;
  /** Normalized correlation there, 1 = the same shape at any level. */
  readonly coefficient: number;
}

/**
 * Where a snippet sounds in a recording: the largest normalized cross-correlation, over all places where it fits
 * whole. By FFT, overlap-save, so that a long recording costs seconds.
 * @param recording at least as long as the snippet
 * @param fromFrame first place looked at
 * @param toFrame end of the places looked at
 */
export function findSnippet(
  recording: Samples,
  snippet: Samples,
  fromFrame = 0,
  toFrame: number = Number.POSITIVE_INFINITY,
): Found {
  const length = snippet.length;
  const size = powerOfTwo(Math.max(2 * length, 16384));
  const conjugate = forward(snippet, size).map((value, index) => (index % 2 === 0 ? value : -value));
  const snippetEnergy = energyOf(snippet, 0, length);
  const end = Math.min(toFrame, recording.length - length + 1);
  let best: Found = { frame: fromFrame, coefficient: Number.NEGATIVE_INFINITY };
  for (let start = fromFrame; start < end; start += size - length) {
    const places = Math.min(size - length, end - start);
    const correlated = correlate(recording, start, conjugate);
    let energy = energyOf(recording, start, length);
    for (let place = 0; place < places; place++) {
      // Where the recording is 80 dB below the snippet there is nothing to compare.
      const scale = Math.sqrt(snippetEnergy * Math.max(energy, 1e-8 * snippetEnergy));
      const coefficient = (correlated[place] ?? 0) / scale;
      if (coefficient > best.coefficient) best = { frame: start + place, coefficient };
      energy += (recording[start + place + length] ?? 0) ** 2 - (recording[start + place] ?? 0) ** 2;
    }
  }
  return best;
}

function correlate(recording: Samples, start: number, conjugate: Float64Array): Float64Array {
  const size = conjugate.length / 2;
  const stretch = new Float64Array(size);
  const count = Math.min(size, recording.length - start);
  for (let index = 0; index < count; index++) stretch[index] = recording[start + index] ?? 0;
  const spectrum = forward(stretch, size).subarray(0, size + 2);
  for (let at = 0; at < spectrum.length; at += 2) {
    const [re, im] = [spectrum[at] ?? 0, spectrum[at + 1] ?? 0];
    const [otherRe, otherIm] = [conjugate[at] ?? 0, conjugate[at + 1] ?? 0];
    spectrum[at] = re * otherRe - im * otherIm;
    spectrum[at + 1] = re * otherIm + im * otherRe;
  }
  return inverseReal(spectrum);
}

function energyOf(samples: Samples, start: number, length: number): number {
  let energy = 0;
  for (let index = start; index < start + length; index++) energy += (samples[index] ?? 0) ** 2;
  return energy;
}
