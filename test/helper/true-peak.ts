import { forwardComplex, inverse } from "./fft.ts";

const BLOCK = 2048;
const FACTOR = 16;
const EDGE = 512;

/**
 * True peak of one or two channels, dBTP, by band-limited resampling: blocks of 2048 frames with soft edges are brought
 * to 16 times the rate by zero-padding their spectra, and the flat middles are searched, the top of the curve found
 * by a parabola. Independent of any detector that a limiter uses.
 */
export function truePeakDb(left: Float32Array, right: Float32Array = left): number {
  let largest = 0;
  const hop = BLOCK - 2 * EDGE;
  for (let start = -EDGE; start < left.length + EDGE; start += hop) {
    const fine = resampled(left, right, start);
    for (let at = EDGE * FACTOR; at < (BLOCK - EDGE) * FACTOR; at++) {
      largest = Math.max(largest, top(fine, 2 * at), top(fine, 2 * at + 1));
    }
  }
  return 20 * Math.log10(largest);
}

/** Left and right as real and imaginary part, interleaved, at 16 times the rate. */
function resampled(left: Float32Array, right: Float32Array, start: number): Float64Array {
  const block = new Float64Array(2 * BLOCK);
  for (let index = 0; index < BLOCK; index++) {
    const fromEdge = Math.min(index + 0.5, BLOCK - index - 0.5);
    const weight = fromEdge < EDGE ? 0.5 - 0.5 * Math.cos((Math.PI * fromEdge) / EDGE) : 1;
    block[2 * index] = weight * (left[start + index] ?? 0);
    block[2 * index + 1] = weight * (right[start + index] ?? 0);
  }
  const coarse = forwardComplex(block);
  const spectrum = new Float64Array(2 * BLOCK * FACTOR);
  spectrum.set(coarse.subarray(0, BLOCK).map((value) => value * FACTOR));
  spectrum.set(
    coarse.subarray(BLOCK).map((value) => value * FACTOR),
    spectrum.length - BLOCK,
  );
  // The bin at half the rate stands for both signs.
  for (const part of [0, 1]) {
    const half = ((coarse[BLOCK + part] ?? 0) * FACTOR) / 2;
    spectrum[BLOCK + part] = half;
    spectrum[spectrum.length - BLOCK + part] = half;
  }
  return inverse(spectrum);
}

/** Height of the parabola through a local maximum of |x| and its neighbours; 0 where there is none. */
function top(samples: Float64Array, at: number): number {
  const height = Math.abs(samples[at] ?? 0);
  const before = Math.abs(samples[at - 2] ?? 0);
  const after = Math.abs(samples[at + 2] ?? 0);
  if (height < before || height < after) return 0;
  const bend = before - 2 * height + after;
  return bend === 0 ? height : height - (after - before) ** 2 / (8 * bend);
}
