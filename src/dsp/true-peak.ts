import { BLOCK_FRAMES } from "./layer.ts";
import { windowedSinc } from "./windowed-sinc.ts";

/** Frames on either side of a point, at first look and where it is looked at closely. */
const REACH = 64;
const LONG_REACH = 512;
/** So many, because noise and squares reach up to half the rate: flat within 0.03 dB up to 0.487 and 0.497 of it. */
const BETA = 5;
const LONG_BETA = 4;
/** So much of the past is kept; room for more, so that it is moved only now and then. */
const HISTORY = 2 * LONG_REACH;
const ROOM = HISTORY + 8 * BLOCK_FRAMES;
/** Frames that have come in after those that a first look needs. */
const SPARE = LONG_REACH - REACH;
/** The top of a sine through three quarter-step points is at most this far above the middle one: 1 / cos(pi / 8). */
const ARCH_RISE = 1.09;

/**
 * Taps of the points 1/4 and 1/2 between two frames, as weights of sums and differences of frames that lie equally far
 * from the middle of the gap (index 0 = the two beside it): the point 3/4 mirrors 1/4.
 */
const QUARTER = taps(0.25);
const HALF = taps(0.5);
const HALF_SUM = Float64Array.from({ length: REACH }, (_, pair) => mirrored(HALF, pair, 1));
const QUARTER_SUM = Float64Array.from({ length: REACH }, (_, pair) => mirrored(QUARTER, pair, 1));
const QUARTER_DIFFERENCE = Float64Array.from({ length: REACH }, (_, pair) => mirrored(QUARTER, pair, -1));
/**
 * What the long window adds to the short one half-way, as weights of the same sums. Windows w1 and w2 weigh sample n at
 * time t differently by sin(pi (t - n)) (w2 - w1) / (pi (t - n)), and sin(pi (t - n)) is (-1)^n sin(pi t): so the two
 * curves differ by sin(pi t) times what lies near half the rate, brought down to 0 Hz. That changes slowly: its value
 * half-way holds for the gap.
 */
const REST_SUM = Float64Array.from(
  { length: LONG_REACH },
  (_, pair) => windowedSinc(pair + 0.5, LONG_REACH, LONG_BETA) - windowedSinc(pair + 0.5, REACH, BETA),
);
/** sin(pi / 4) of it at the points 1/4 and 3/4. */
const REST_AT_QUARTER = Math.SQRT1_2;
/** How far the curve of a first look can reach above the largest sample: L1 norm of the filters and the arch. */
const LARGEST_RISE = ARCH_RISE * Math.max(...[QUARTER, HALF].map(l1Norm));

/**
 * Where the curve through the samples of one channel peaks between them: four times oversampling by a polyphase FIR
 * (as BS.1770-5, annex 2, with longer filters), the top of each arch completed by a sine, which four points a
 * sample would miss by up to 0.69 dB. The peak of white noise is read within 0.3 dB by 128 taps, within 0.05 dB by the
 * 1024 of a close look.
 */
export class TruePeakDetector {
  /** A peak is reported this long after the frame that precedes it, frames; by one more at most. */
  static readonly latencyFrames = LONG_REACH;

  readonly #samples = new Float64Array(ROOM);
  #end = HISTORY;
  #frames = 0;
  /** Of the samples near the gaps that came last. */
  #largest = 0;
  // The two latest points of the oversampled curve, where it was measured up to here.
  #older = 0;
  #newer = 0;
  #isMeasured = true;

  /**
   * Takes the next frames in; {@link measure} may follow.
   * @param frames up to {@link BLOCK_FRAMES}
   * @returns an upper bound of what a first look would find, cheap to have
   */
  push(input: Float32Array, frames: number): number {
    if (!this.#isMeasured) {
      this.#older = 0;
      this.#newer = 0;
    }
    this.#isMeasured = false;
    const samples = this.#samples;
    if (this.#end + frames > ROOM) {
      samples.copyWithin(0, this.#end - HISTORY, this.#end);
      this.#end = HISTORY;
    }
    for (let index = 0; index < frames; index++) samples[this.#end + index] = input[index] ?? 0;
    this.#end += frames;
    this.#frames = frames;
    const end = this.#end - SPARE;
    let largest = 0;
    for (let index = end - frames - 2 * REACH; index < end; index++) {
      const magnitude = Math.abs(samples[index] ?? 0);
      if (magnitude > largest) largest = magnitude;
    }
    this.#largest = largest;
    return largest * LARGEST_RISE;
  }

  /**
   * Raises `peaks[i]` to the true peak near frame i - {@link latencyFrames} of the frames pushed last.
   * @param closeFrom magnitude from which on to look closely: of a sample nearby (of a tone near half the rate a first
   *   look sees little where its samples are small), or of what is found between
   */
  measure(peaks: Float64Array, closeFrom: number): void {
    this.#isMeasured = true;
    const samples = this.#samples;
    const isLoud = this.#largest > closeFrom;
    const first = this.#end - this.#frames - LONG_REACH;
    for (let index = 0; index < this.#frames; index++) {
      const at = first + index;
      let half = 0;
      let even = 0;
      let odd = 0;
      for (let pair = 0; pair < REACH; pair++) {
        const before = samples[at - pair] ?? 0;
        const after = samples[at + 1 + pair] ?? 0;
        const sum = before + after;
        half += (HALF_SUM[pair] ?? 0) * sum;
        even += (QUARTER_SUM[pair] ?? 0) * sum;
        odd += (QUARTER_DIFFERENCE[pair] ?? 0) * (before - after);
      }
      // The larger of the points 1/4 and 3/4 is |even| + |odd|.
      if (isLoud || Math.abs(half) > closeFrom || Math.abs(even) + Math.abs(odd) > closeFrom) {
        const rest = this.#restHalfWay(at);
        half += rest;
        even += REST_AT_QUARTER * rest;
      }
      let peak = this.#rise(samples[at] ?? 0);
      peak = Math.max(peak, this.#rise(even + odd));
      peak = Math.max(peak, this.#rise(half));
      peak = Math.max(peak, this.#rise(even - odd));
      if (peak > (peaks[index] ?? 0)) peaks[index] = peak;
    }
  }

  #restHalfWay(at: number): number {
    const samples = this.#samples;
    let rest = 0;
    for (let pair = 0; pair < LONG_REACH; pair++) {
      rest += (REST_SUM[pair] ?? 0) * ((samples[at - pair] ?? 0) + (samples[at + 1 + pair] ?? 0));
    }
    return rest;
  }

  /** Takes the next point of the curve; gives its magnitude, or the arch that the point before it was the top of. */
  #rise(point: number): number {
    const latest = Math.abs(point);
    const middle = this.#newer;
    const slope = (latest - this.#older) / 2;
    const mean = (latest + this.#older) / 2;
    const isTop = middle >= this.#older && middle >= latest && middle > mean;
    this.#older = middle;
    this.#newer = latest;
    return isTop ? middle * Math.sqrt(1 + (slope * slope) / (middle * middle - mean * mean)) : latest;
  }
}

/** Taps of the point `fraction` after the last frame of the first half, scaled to pass 0 Hz exactly. */
function taps(fraction: number): Float64Array {
  const unscaled = Float64Array.from({ length: 2 * REACH }, (_, tap) =>
    windowedSinc(tap - (REACH - 1) - fraction, REACH, BETA),
  );
  const sum = unscaled.reduce((total, tap) => total + tap, 0);
  return unscaled.map((tap) => tap / sum);
}

/** Half the sum (sign 1) or difference (sign -1) of the taps of a pair. */
function mirrored(taps: Float64Array, pair: number, sign: number): number {
  return ((taps[REACH - 1 - pair] ?? 0) + sign * (taps[REACH + pair] ?? 0)) / 2;
}

function l1Norm(taps: Float64Array): number {
  return taps.reduce((sum, tap) => sum + Math.abs(tap), 0);
}
