import { forward, powerOfTwo, type Samples } from "./fft.ts";
import { decimate } from "./filters.ts";

export interface Tone {
  readonly hz: number;
  /** Peak amplitude. */
  readonly amplitude: number;
}

interface Range {
  readonly fromHz: number;
  readonly toHz: number;
}

/** A signal is brought down to so many times the highest frequency asked about, by a factor of so much at most. */
const LEAST_RATE = 3;
const MOST_FACTOR = 16;

/** Half the width of the window's main lobe, in bins of 1/duration. */
const LOBE = 4;

/**
 * The `count` strongest sines in a range, strongest first, each to 1e-6 Hz where it stands free. Tones must differ by
 * 8 / duration or more, and lie that far above 0 Hz.
 */
export function strongestTones(
  signal: Samples,
  sampleRate: number,
  count: number,
  range: Range,
): readonly Tone[] {
  const factor = Math.min(MOST_FACTOR, Math.max(1, Math.floor(sampleRate / (LEAST_RATE * range.toHz))));
  const windowed = decimate(signal, factor);
  const rate = sampleRate / factor;
  const window = blackmanHarris(windowed.length);
  for (let index = 0; index < windowed.length; index++) {
    windowed[index] = (window[index] ?? 0) * (windowed[index] ?? 0);
  }
  const size = powerOfTwo(2 * windowed.length);
  const spectrum = forward(windowed, size);
  const binHz = rate / size;
  const power = (bin: number) => (spectrum[2 * bin] ?? 0) ** 2 + (spectrum[2 * bin + 1] ?? 0) ** 2;
  const lobeBins = (LOBE * size) / windowed.length;
  const taken: number[] = [];
  for (let wanted = 0; wanted < count; wanted++) {
    let best = -1;
    for (let bin = Math.ceil(range.fromHz / binHz); bin <= range.toHz / binHz; bin++) {
      if (taken.some((other) => Math.abs(other - bin) < lobeBins)) continue;
      if (power(bin) > (best < 0 ? 0 : power(best))) best = bin;
    }
    if (best >= 0) taken.push(best);
  }
  const weight = window.reduce((sum, value) => sum + value, 0);
  return taken.map((bin) => {
    const hz = climb((at) => amplitudeAt(windowed, at / rate), (bin - 1) * binHz, (bin + 1) * binHz);
    return { hz, amplitude: (2 * amplitudeAt(windowed, hz / rate)) / weight };
  });
}

/** Frequency of the strongest sine, Hz. */
export function carrierHz(
  signal: Samples,
  sampleRate: number,
  range: Range = { fromHz: 50, toHz: 1500 },
): number {
  const [tone] = strongestTones(signal, sampleRate, 1, range);
  if (!tone) throw new Error("no tone in range");
  return tone.hz;
}

/** Binaural beat: how far the right ear's carrier lies above the left's, Hz. */
export function binauralBeatHz(left: Samples, right: Samples, sampleRate: number): number {
  return carrierHz(right, sampleRate) - carrierHz(left, sampleRate);
}

/** Monaural beat: distance of the two strongest sines of one channel, Hz. */
export function monauralBeatHz(
  signal: Samples,
  sampleRate: number,
  range: Range = { fromHz: 50, toHz: 1500 },
): number {
  const [first, second] = strongestTones(signal, sampleRate, 2, range);
  if (!first || !second) throw new Error("no two tones in range");
  return Math.abs(first.hz - second.hz);
}

/** Rate at which the loudness pulses (isochronic beats, or a monaural beat as it is heard), Hz: strongest sine of x². */
export function pulseHz(
  signal: Samples,
  sampleRate: number,
  range: Range = { fromHz: 0.5, toHz: 40 },
): number {
  const squares = Float64Array.from({ length: signal.length }, (_, index) => (signal[index] ?? 0) ** 2);
  const mean = squares.reduce((sum, value) => sum + value, 0) / squares.length;
  return carrierHz(
    squares.map((value) => value - mean),
    sampleRate,
    range,
  );
}

/** Magnitude of the Fourier sum at any frequency. @param cycles per frame */
export function amplitudeAt(samples: Float64Array, cycles: number): number {
  let re = 0;
  let im = 0;
  const stepRe = Math.cos(2 * Math.PI * cycles);
  const stepIm = -Math.sin(2 * Math.PI * cycles);
  for (let start = 0; start < samples.length; start += 1024) {
    // The turning pointer is set anew every 1024 frames, so that its error cannot grow.
    const angle = -2 * Math.PI * ((cycles * start) % 1);
    let turnRe = Math.cos(angle);
    let turnIm = Math.sin(angle);
    const end = Math.min(start + 1024, samples.length);
    for (let index = start; index < end; index++) {
      const sample = samples[index] ?? 0;
      re += sample * turnRe;
      im += sample * turnIm;
      const next = turnRe * stepRe - turnIm * stepIm;
      turnIm = turnRe * stepIm + turnIm * stepRe;
      turnRe = next;
    }
  }
  return Math.hypot(re, im);
}

/** Golden-section search for the top of a hill between `low` and `high`. */
function climb(height: (at: number) => number, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [c, d] = [b - golden * (b - a), a + golden * (b - a)];
  let [atC, atD] = [height(c), height(d)];
  while (b - a > 1e-7) {
    if (atC > atD) {
      [b, d, atD] = [d, c, atC];
      c = b - golden * (b - a);
      atC = height(c);
    } else {
      [a, c, atC] = [c, d, atD];
      d = a + golden * (b - a);
      atD = height(d);
    }
  }
  return (a + b) / 2;
}

let latestWindow = new Float64Array(0);

/** Four-term window, side lobes at -92 dB (Harris 1978); the latest is kept, since a test listens in stretches of one length. */
function blackmanHarris(length: number): Float64Array {
  if (latestWindow.length !== length) latestWindow = blackmanHarrisOf(length);
  return latestWindow;
}

function blackmanHarrisOf(length: number): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length }, (_, index) => {
    const angle = (2 * Math.PI * index) / length;
    return (
      0.35875 - 0.48829 * Math.cos(angle) + 0.14128 * Math.cos(2 * angle) - 0.01168 * Math.cos(3 * angle)
    );
  });
}
