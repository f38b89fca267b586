import { BLOCK_FRAMES } from "./layer.ts";

/** Frames on either side of an interpolated point. So many, because noise and squares reach up to half the rate. */
const REACH = 64;
const HISTORY = 2 * REACH;
/** Shape of the Kaiser window: flat within 0.03 dB up to 0.487 of the rate. */
const KAISER_BETA = 5;
/** A parabola through three quarter-step points rises at most this far above the middle one. */
const PARABOLA_RISE = 1.09;

/**
 * Windowed-sinc taps of the points 1/4 and 1/2 between two frames, as weights of sums and differences of frames that
 * lie equally far from the middle of the gap (index 0 = the two beside it): the point 3/4 mirrors 1/4.
 */
const QUARTER = interpolator(0.25);
const HALF = interpolator(0.5);
const HALF_SUM = Float64Array.from({ length: REACH }, (_, pair) => mirrored(HALF, pair, 1));
const QUARTER_SUM = Float64Array.from({ length: REACH }, (_, pair) => mirrored(QUARTER, pair, 1));
const QUARTER_DIFFERENCE = Float64Array.from({ length: REACH }, (_, pair) => mirrored(QUARTER, pair, -1));

/**
 * Where the curve through the samples of one channel peaks between them: four times oversampling by a polyphase FIR
 * (as BS.1770-4, annex 2, with longer filters), the top of each arch completed by a parabola, which four points a
 * sample would miss by up to 0.69 dB.
 */
export class TruePeakDetector {
  /** A peak is reported this long after the frame that precedes it, frames; by one more at most. */
  static readonly latencyFrames = REACH;
  /** How far the curve can reach above the largest sample: L1 norm of the filters and the parabola. */
  static readonly reach = PARABOLA_RISE * Math.max(...[QUARTER, HALF].map(l1Norm));

  readonly #samples = new Float64Array(HISTORY + BLOCK_FRAMES);
  #frames = 0;
  // The two latest points of the oversampled curve, where it was measured up to here.
  #older = 0;
  #newer = 0;
  #isMeasured = true;

  /**
   * Takes the next frames in; {@link measure} may follow.
   * @param frames up to {@link BLOCK_FRAMES}
   * @returns an upper bound of what {@link measure} would find, cheap to have
   */
  push(input: Float32Array, frames: number): number {
    if (!this.#isMeasured) {
      this.#older = 0;
      this.#newer = 0;
    }
    this.#isMeasured = false;
    const samples = this.#samples;
    samples.copyWithin(0, this.#frames, this.#frames + HISTORY);
    for (let index = 0; index < frames; index++) samples[HISTORY + index] = input[index] ?? 0;
    this.#frames = frames;
    let largest = 0;
    for (let index = 0; index < HISTORY + frames; index++) {
      const magnitude = Math.abs(samples[index] ?? 0);
      if (magnitude > largest) largest = magnitude;
    }
    return largest * TruePeakDetector.reach;
  }

  /** Raises `peaks[i]` to the true peak near frame i - {@link latencyFrames} of the frames pushed last. */
  measure(peaks: Float64Array): void {
    this.#isMeasured = true;
    const samples = this.#samples;
    for (let index = 0; index < this.#frames; index++) {
      let half = 0;
      let even = 0;
      let odd = 0;
      for (let pair = 0; pair < REACH; pair++) {
        const before = samples[index + REACH - pair] ?? 0;
        const after = samples[index + REACH + 1 + pair] ?? 0;
        const sum = before + after;
        half += (HALF_SUM[pair] ?? 0) * sum;
        even += (QUARTER_SUM[pair] ?? 0) * sum;
        odd += (QUARTER_DIFFERENCE[pair] ?? 0) * (before - after);
      }
      let peak = this.#rise(samples[index + REACH] ?? 0);
      peak = Math.max(peak, this.#rise(even + odd));
      peak = Math.max(peak, this.#rise(half));
      peak = Math.max(peak, this.#rise(even - odd));
      if (peak > (peaks[index] ?? 0)) peaks[index] = peak;
    }
  }

  /** Takes the next point of the curve; gives its magnitude, or the arch that the point before it was the top of. */
  #rise(point: number): number {
    const latest = Math.abs(point);
    const middle = this.#newer;
    const bend = this.#older - 2 * middle + latest;
    const slope = latest - this.#older;
    const isTop = middle >= this.#older && middle >= latest && bend < 0;
    this.#older = middle;
    this.#newer = latest;
    return isTop ? middle - (slope * slope) / (8 * bend) : latest;
  }
}

/** Taps of the point `fraction` after the last frame of the first half, scaled to pass 0 Hz exactly. */
function interpolator(fraction: number): Float64Array {
  const taps = Float64Array.from({ length: HISTORY }, (_, tap) => {
    const x = tap - (REACH - 1) - fraction;
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * kaiser(x / REACH);
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

/** Half the sum (sign 1) or difference (sign -1) of the taps of a pair. */
function mirrored(taps: Float64Array, pair: number, sign: number): number {
  return ((taps[REACH - 1 - pair] ?? 0) + sign * (taps[REACH + pair] ?? 0)) / 2;
}

/** Kaiser's window over -1..1. */
function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel0(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel0(KAISER_BETA);
}

/** Modified Bessel function of the first kind, order 0, by its power series. */
function bessel0(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function l1Norm(taps: Float64Array): number {
  return taps.reduce((sum, tap) => sum + Math.abs(tap), 0);
}
