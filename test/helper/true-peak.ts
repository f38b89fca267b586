import { forwardComplex, inverse } from "./fft.ts";
import { peak } from "./levels.ts";

const BLOCK = 2048;
const FACTOR = 16;
const EDGE = 512;
const HOP = BLOCK - 2 * EDGE;
/** At 16 times the rate no sample is farther below the top beside it than this part of it: 1 / cos(pi / 32). */
const BETWEEN = 1.005;

const WEIGHT = Float64Array.from({ length: BLOCK }, (_, index) => {
  const fromEdge = Math.min(index + 0.5, BLOCK - index - 0.5);
  return fromEdge < EDGE ? 0.5 - 0.5 * Math.cos((Math.PI * fromEdge) / EDGE) : 1;
});

/** What brings each bin of a block on by 0, 1, .. 15 sixteenths of a frame; that at half the rate stands for both signs. */
const TURNS = Array.from({ length: FACTOR }, (_, part) => {
  const turns = new Float64Array(2 * BLOCK);
  for (let bin = 0; bin < BLOCK; bin++) {
    const angle = (2 * Math.PI * part * (bin < BLOCK / 2 ? bin : bin - BLOCK)) / (BLOCK * FACTOR);
    turns[2 * bin] = Math.cos(angle);
    turns[2 * bin + 1] = bin === BLOCK / 2 ? 0 : Math.sin(angle);
  }
  return turns;
});

/**
 * Which sixteenths are reckoned after one another, and how far above the largest of all so far the curve may still be: a
 * trigonometric polynomial of degree n stays below 1 / cos(pi n / N) of its largest value at N even places (Ehlich and Zeller 1964).
 */
const STEPS: readonly { readonly parts: readonly number[]; readonly above: number }[] = [
  { parts: [0, 8], above: 1 / Math.cos(Math.PI / 4) },
  { parts: [4, 12], above: 1 / Math.cos(Math.PI / 8) },
  { parts: [2, 6, 10, 14], above: 1 / Math.cos(Math.PI / 16) },
  { parts: [1, 3, 5, 7, 9, 11, 13, 15], above: 1 },
];

/**
 * True peak of one or two channels, dBTP, by band-limited resampling: blocks of 2048 frames with soft edges are brought
 * to 16 times the rate by turning their spectra, and the flat middles are searched, the top of the curve found by a
 * parabola; a block that cannot hold the peak is left as soon as that is certain. Independent of any detector that a
 * limiter uses.
 */
export function truePeakDb(left: Float32Array, right: Float32Array = left): number {
  let largest = 0;
  // Two real blocks go through one complex transform: those of both channels, or of one channel after one another.
  const [later, hop] = left === right ? [HOP, 2 * HOP] : [0, HOP];
  for (let start = -EDGE; start < left.length + EDGE; start += hop) {
    const parts = resampled(left, start, right, start + later, largest);
    if (parts) largest = largestOf(parts, largest);
  }
  return 20 * Math.log10(largest);
}

/**
 * Two blocks as real and imaginary part, interleaved: at the frames, and at each sixteenth between them.
 * @returns null where neither rises above `least`
 */
function resampled(
  first: Float32Array,
  firstStart: number,
  second: Float32Array,
  secondStart: number,
  least: number,
): readonly Float64Array[] | null {
  const block = new Float64Array(2 * BLOCK);
  for (let index = 0; index < BLOCK; index++) {
    const weight = WEIGHT[index] ?? 0;
    block[2 * index] = weight * (first[firstStart + index] ?? 0);
    block[2 * index + 1] = weight * (second[secondStart + index] ?? 0);
  }
  const spectrum = forwardComplex(block);
  const fine: Float64Array[] = [];
  let largest = 0;
  for (const { parts, above } of STEPS) {
    for (const part of parts) {
      const samples = turned(spectrum, TURNS[part] ?? spectrum);
      fine[part] = samples;
      largest = Math.max(largest, peak(samples));
    }
    if (largest * above <= least) return null;
  }
  return fine;
}

/** The block of a spectrum, brought on. */
function turned(spectrum: Float64Array, turns: Float64Array): Float64Array {
  const product = new Float64Array(spectrum.length);
  for (let at = 0; at < product.length; at += 2) {
    const [re, im] = [spectrum[at] ?? 0, spectrum[at + 1] ?? 0];
    const [turnRe, turnIm] = [turns[at] ?? 0, turns[at + 1] ?? 0];
    product[at] = re * turnRe - im * turnIm;
    product[at + 1] = re * turnIm + im * turnRe;
  }
  return inverse(product);
}

/** The highest top of |x| in the flat middles, or `least` where none is higher. */
function largestOf(parts: readonly Float64Array[], least: number): number {
  let largest = least;
  for (const [part, samples] of parts.entries()) {
    const before = parts[part - 1] ?? parts[FACTOR - 1];
    const after = parts[part + 1] ?? parts[0]?.subarray(2);
    if (!before || !after) continue;
    // One frame earlier is two places earlier: left and right are interleaved.
    const shift = part === 0 ? 2 : 0;
    for (let at = 2 * EDGE; at < 2 * (BLOCK - EDGE); at++) {
      const height = Math.abs(samples[at] ?? 0);
      if (height * BETWEEN > largest) {
        largest = Math.max(largest, top(height, before[at - shift] ?? 0, after[at] ?? 0));
      }
    }
  }
  return largest;
}

/** Height of the parabola through a local maximum of |x| and its neighbours; 0 where there is none. */
function top(height: number, sampleBefore: number, sampleAfter: number): number {
  const before = Math.abs(sampleBefore);
  const after = Math.abs(sampleAfter);
  if (height < before || height < after) return 0;
  const bend = before - 2 * height + after;
  return bend === 0 ? height : height - (after - before) ** 2 / (8 * bend);
}
