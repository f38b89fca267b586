import { forward, powerOfTwo, type Samples } from "./fft.ts";
import { decimate } from "./filters.ts";
import { rms } from "./levels.ts";

export interface Repetition {
  /** Largest magnitude of the autocorrelation in the range of lags, 0..1. */
  readonly peak: number;
  readonly lagSeconds: number;
}

interface Lags {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

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
  const power = whitenedPower(samples, size, rate);
  // Power is real and even, so its forward transform is its inverse but for the scale.
  const correlation = forward(power, size);
  return strongest((lag) => (correlation[2 * lag] ?? 0) / (correlation[0] ?? 1), samples.length, rate, lags);
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
  const envelope = Float64Array.from({ length: Math.floor(signal.length / frame) }, (_, index) =>
    rms(Array.from({ length: frame }, (_, at) => signal[index * frame + at] ?? 0)),
  );
  const mean = envelope.reduce((sum, value) => sum + value, 0) / envelope.length;
  const centred = envelope.map((value) => value - mean);
  const at = (lag: number) =>
    centred.reduce((sum, value, index) => sum + value * (centred[index + lag] ?? 0), 0);
  const energy = at(0);
  return strongest((lag) => at(lag) / energy, centred.length, sampleRate / frame, lags);
}

/** Power of every bin over the smoothed power around it; 0 below 20 Hz and above 90 % of half the rate. */
function whitenedPower(samples: Float64Array, size: number, rate: number): Float64Array {
  const spectrum = forward(samples, size);
  const binHz = rate / size;
  const firstBin = Math.ceil(LOWEST_HZ / binHz);
  const lastBin = Math.floor((0.45 * rate) / binHz);
  const position = (bin: number) => Math.log2((bin * binHz) / LOWEST_HZ) * BANDS_PER_OCTAVE;
  const bands = Math.floor(position(lastBin)) + 1;
  const sums = new Float64Array(bands);
  const counts = new Float64Array(bands);
  const power = new Float64Array(size);
  for (let bin = firstBin; bin <= lastBin; bin++) {
    const value = (spectrum[2 * bin] ?? 0) ** 2 + (spectrum[2 * bin + 1] ?? 0) ** 2;
    const band = Math.floor(position(bin));
    power[bin] = value;
    sums[band] = (sums[band] ?? 0) + value;
    counts[band] = (counts[band] ?? 0) + 1;
  }
  const levels = sums.map((sum, band) => Math.log((sum || Number.MIN_VALUE) / (counts[band] || 1)));
  for (let bin = firstBin; bin <= lastBin; bin++) {
    // Levels stand at the middles of their bands; between them the logarithm is linear.
    const place = Math.max(0, position(bin) - 0.5);
    const band = Math.min(bands - 2, Math.floor(place));
    const [below, above] = [levels[band] ?? 0, levels[band + 1] ?? 0];
    const whitened = (power[bin] ?? 0) / Math.exp(below + (above - below) * (place - band));
    power[bin] = whitened;
    power[size - bin] = whitened;
  }
  return power;
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
