import { forward, inverseReal, powerOfTwo, type Samples } from "./fft.ts";
import { decimate } from "./filters.ts";

export interface Repetition {
  /** Largest magnitude of the autocorrelation in the range of lags, 0..1. */
  readonly peak: number;
  readonly lagSeconds: number;
}

interface Lags {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** A step of loudness that is no event yet, one that is a whole one, dB, and the power that counts as silence. */
const LEAST_RISE_DB = 1;
const MOST_RISE_DB = 3;
const SILENT_POWER = 1e-7;
const LOWEST_HZ = 20;
const BANDS_PER_OCTAVE = 8;

/**
 * Whether a noise repeats: autocorrelation after its spectrum has been flattened in 8 bands an octave from 20 Hz up.
 * Over 120 s endless noise reads some 0.003, a loop of 4 s 0.97; more than 0.01 repeats. Not for tonal sounds.
 * @param lags 0.5-60 s by default; the signal should be twice as long
 * @param analysisHz rate the signal is brought down to first; at 24 kHz two minutes cost about a second
 */
export function whitenedRepetition(
  signal: Samples,
  sampleRate: number,
  lags: Lags = { fromSeconds: 0.5, toSeconds: 60 },
  analysisHz = 24000,
): Repetition {
  const factor = Math.max(1, Math.floor(sampleRate / analysisHz));
  const rate = sampleRate / factor;
  const lagFrames = Math.ceil(lags.toSeconds * rate);
  const decimated = decimate(signal, factor);
  // Up to a twentieth of the signal is left out where that halves the cost.
  const size = powerOfTwo(0.95 * (decimated.length + lagFrames));
  const samples = decimated.subarray(0, size - lagFrames);
  const correlation = whitenedCorrelation(samples, samples, size, rate);
  return strongest((lag) => correlation[lag] ?? 0, samples.length, rate, lags);
}

/**
 * Correlation of two signals after their spectra have been flattened: value i is that of `first` with `second` i frames
 * later, 1 = the same.
 * @param size a power of two; lags up to its difference from the signals' length are not wrapped
 */
export function whitenedCorrelation(
  first: Samples,
  second: Samples,
  size: number,
  rate: number,
): Float64Array {
  const a = forward(first, size);
  const b = first === second ? a : forward(second, size);
  const [flatA, flatB] = [flattening(a, rate), first === second ? null : flattening(b, rate)];
  const cross = new Float64Array(size + 2);
  let power = 0;
  for (let bin = 0; bin < flatA.length; bin++) {
    const [re, im] = [2 * bin, 2 * bin + 1];
    const [ar, ai, br, bi] = [a[re] ?? 0, a[im] ?? 0, b[re] ?? 0, b[im] ?? 0];
    const scale = (flatA[bin] ?? 0) * ((flatB ?? flatA)[bin] ?? 0);
    const real = scale * (ar * br + ai * bi);
    const imaginary = scale * (ar * bi - ai * br);
    cross[re] = real;
    cross[im] = imaginary;
    power += 2 * scale * Math.sqrt((ar * ar + ai * ai) * (br * br + bi * bi));
  }
  const lags = inverseReal(cross);
  for (let lag = 0; lag < size; lag++) lags[lag] = ((lags[lag] ?? 0) * size) / power;
  return lags;
}

/**
 * Whether loudness repeats: autocorrelation of the envelope (RMS of 25 ms, so up to 20 Hz), its mean taken away.
 * @param lags 1-60 s by default; the signal should be twice as long
 */
export function envelopeRepetition(
  signal: Samples,
  sampleRate: number,
  lags: Lags = { fromSeconds: 1, toSeconds: 60 },
): Repetition {
  const frame = Math.round(sampleRate / 40);
  const envelope = stepPowers(signal, frame).map(Math.sqrt);
  const mean = envelope.reduce((sum, value) => sum + value, 0) / envelope.length;
  const centred = envelope.map((value) => value - mean);
  const correlation = autocorrelation(centred);
  const energy = correlation[0] ?? 0;
  return strongest((lag) => (correlation[lag] ?? 0) / energy, centred.length, sampleRate / frame, lags);
}

/** Mean square of each whole step of so many frames. */
function stepPowers(signal: Samples, frames: number): Float64Array {
  const powers = new Float64Array(Math.floor(signal.length / frames));
  for (let index = 0; index < powers.length; index++) {
    let sum = 0;
    for (let at = index * frames; at < (index + 1) * frames; at++) sum += (signal[at] ?? 0) ** 2;
    powers[index] = sum / frames;
  }
  return powers;
}

/** What flattens a spectrum, by bin: 1 over the smoothed level around it; 0 below 20 Hz, and nothing above 90 % of half the rate. */
function flattening(spectrum: Float64Array, rate: number): Float64Array {
  const binHz = (2 * rate) / spectrum.length;
  const firstBin = Math.ceil(LOWEST_HZ / binHz);
  const lastBin = Math.floor((0.45 * rate) / binHz);
  const bandOf = (bin: number) => Math.log2((bin * binHz) / LOWEST_HZ) * BANDS_PER_OCTAVE;
  const bands = Math.floor(bandOf(lastBin)) + 1;
  const flat = new Float64Array(lastBin + 1);
  const sums = new Float64Array(bands);
  const counts = new Float64Array(bands);
  for (let bin = firstBin; bin <= lastBin; bin++) {
    const place = bandOf(bin);
    const band = Math.floor(place);
    flat[bin] = place;
    sums[band] = (sums[band] ?? 0) + (spectrum[2 * bin] ?? 0) ** 2 + (spectrum[2 * bin + 1] ?? 0) ** 2;
    counts[band] = (counts[band] ?? 0) + 1;
  }
  const levels = sums.map((sum, band) => Math.log((sum || Number.MIN_VALUE) / (counts[band] || 1)));
  for (let bin = firstBin; bin <= lastBin; bin++) {
    // Levels stand at the middles of their bands; between them the logarithm is linear.
    const place = Math.max(0, (flat[bin] ?? 0) - 0.5);
    const band = Math.min(bands - 2, Math.floor(place));
    const below = levels[band] ?? 0;
    flat[bin] = Math.exp(-0.5 * (below + ((levels[band + 1] ?? 0) - below) * (place - band)));
  }
  return flat;
}

/** Largest magnitude over lags, each scaled up for the shorter stretch that it was taken from. */
function strongest(at: (lag: number) => number, count: number, rate: number, lags: Lags): Repetition {
  let found: Repetition = { peak: 0, lagSeconds: 0 };
  const last = Math.min(count - 1, Math.floor(lags.toSeconds * rate));
  for (let lag = Math.ceil(lags.fromSeconds * rate); lag <= last; lag++) {
    const value = (Math.abs(at(lag)) * count) / (count - lag);
    if (value > found.peak) found = { peak: value, lagSeconds: lag / rate };
  }
  return found;
}

/**
 * Whether events come again in the same order: autocorrelation of what rises by more than 1 dB within 50 ms. A loop reads more than 0.9, and a sound without rises 0.
 * @param lags 5 s and more: a rhythm may beat on, a phrase may not come back
 */
export function timingRepetition(signal: Samples, sampleRate: number, lags: Lags): Repetition {
  const step = Math.round(sampleRate / 40);
  const powers = stepPowers(signal, step);
  const count = powers.length;
  // Over 100 ms a low tone's own swing is no rise.
  const levels = powers.map((_, index) => {
    const window = powers.subarray(Math.max(0, index - 3), index + 1);
    return 10 * Math.log10(window.reduce((sum, power) => sum + power, 0) / window.length + SILENT_POWER);
  });
  // A loud event counts for no more than a soft one, or two loud ones would be the whole rhythm.
  const rises = levels.map((level, index) => {
    const rise = level - (levels[index - 2] ?? level) - LEAST_RISE_DB;
    return Math.min(MOST_RISE_DB, Math.max(0, rise));
  });
  if (rises.every((rise) => rise === 0)) return { peak: 0, lagSeconds: 0 };
  const correlation = autocorrelation(rises);
  const energy = correlation[0] ?? 0;
  return strongest((lag) => (correlation[lag] ?? 0) / energy, count, sampleRate / step, lags);
}

/** Sums of the products of a signal with itself, by lag; no lag wraps. */
function autocorrelation(signal: Float64Array): Float64Array {
  const size = powerOfTwo(2 * signal.length);
  const spectrum = forward(signal, size);
  const powers = new Float64Array(size + 2);
  for (let bin = 0; bin <= size / 2; bin++) {
    powers[2 * bin] = (spectrum[2 * bin] ?? 0) ** 2 + (spectrum[2 * bin + 1] ?? 0) ** 2;
  }
  return inverseReal(powers);
}
