import FFT from "fft.js";

/** Any run of samples. */
export type Samples = ArrayLike<number>;

/** The smallest power of two that is `count` or more. */
export function powerOfTwo(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, count)));
}

/**
 * Fourier transform of real samples, zero-padded to `size`.
 * @param size a power of two
 * @returns interleaved re, im of bins 0..size-1, not scaled
 */
export function forward(samples: Samples, size: number): Float64Array {
  const padded = new Float64Array(size);
  const count = Math.min(size, samples.length);
  for (let index = 0; index < count; index++) padded[index] = samples[index] ?? 0;
  const fft = transformer(size);
  const spectrum = new Float64Array(2 * size);
  fft.realTransform(spectrum, padded);
  fft.completeSpectrum(spectrum);
  return spectrum;
}

/**
 * As {@link forward} of as many samples as a power of two, but the bins 0..size/2 alone, and into what is there already: for
 * what takes many.
 * @param spectrum twice as long as the samples; beyond size + 2 it holds nothing of use
 */
export function forwardHalf(samples: Float64Array, spectrum: Float64Array): void {
  transformer(samples.length).realTransform(spectrum, samples);
}

/** Inverse of an interleaved complex spectrum, scaled by 1/size; interleaved complex samples. */
export function inverse(spectrum: Float64Array): Float64Array {
  const samples = new Float64Array(spectrum.length);
  transformer(spectrum.length / 2).inverseTransform(samples, spectrum);
  return samples;
}

/**
 * Real samples from the bins 0..size/2 of their spectrum, scaled by 1/size. Half the work of {@link inverse}: even samples are
 * the real part of a transform of half the size, odd ones its imaginary part.
 */
export function inverseReal(spectrum: Float64Array): Float64Array {
  const half = spectrum.length / 2 - 1;
  const packed = new Float64Array(2 * half);
  const angle = Math.PI / half;
  for (let bin = 0; bin < half; bin++) {
    const [at, mirrored] = [2 * bin, 2 * (half - bin)];
    const [re, im] = [spectrum[at] ?? 0, spectrum[at + 1] ?? 0];
    const [otherRe, otherIm] = [spectrum[mirrored] ?? 0, -(spectrum[mirrored + 1] ?? 0)];
    const [differenceRe, differenceIm] = [re - otherRe, im - otherIm];
    const [turnRe, turnIm] = [Math.cos(angle * bin), Math.sin(angle * bin)];
    const oddRe = differenceRe * turnRe - differenceIm * turnIm;
    const oddIm = differenceRe * turnIm + differenceIm * turnRe;
    packed[at] = 0.5 * (re + otherRe - oddIm);
    packed[at + 1] = 0.5 * (im + otherIm + oddRe);
  }
  return inverse(packed);
}

/** Forward transform of interleaved complex samples, not scaled. */
export function forwardComplex(samples: Float64Array): Float64Array {
  const spectrum = new Float64Array(samples.length);
  transformer(samples.length / 2).transform(spectrum, samples);
  return spectrum;
}

const LARGEST_KEPT = 2 ** 19;
const kept = new Map<number, FFT>();
let latestLarge: readonly FFT[] = [];

/** Tables of up to 8 MB are kept, and the latest two of the larger ones (up to 100 MB): forth at one size, back at its half. */
function transformer(size: number): FFT {
  const known = kept.get(size) ?? latestLarge.find((each) => each.size === size);
  if (known) return known;
  const made = new FFT(size);
  if (size <= LARGEST_KEPT) kept.set(size, made);
  else latestLarge = [made, ...latestLarge.slice(0, 1)];
  return made;
}
