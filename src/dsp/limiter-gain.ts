import { dbToGain } from "./db.ts";

/** Steps of a gain of 1: whole numbers, so that running sums stay exact and an idle gain is exactly 1. */
const UNITY = 2 ** 30;

export interface LimiterGainTimes {
  /** Length of the smoothing, frames: the gain begins to fall this long before a peak. */
  readonly smoothFrames: number;
  /** Every required gain holds for this many frames more than the smoothing. */
  readonly widenFrames: number;
  readonly holdFrames: number;
  /** Rise of the gain afterwards, dB per frame. */
  readonly releaseDb: number;
}

/**
 * From the gain that each frame requires to the gain that is applied: the smallest of a window, held, let up at
 * a steady rate in dB, smoothed by two running means in a row (a triangular window, no corners). The window of the minimum is
 * longer than both means together, so the result never exceeds what any frame under it required.
 */
export class LimiterGain {
  readonly #minimum: SlidingMinimum;
  readonly #first: RunningSum;
  readonly #second: RunningSum;
  readonly #full: number;
  readonly #windowFrames: number;
  readonly #holdFrames: number;
  readonly #release: number;
  #envelope = 1;
  #held = 0;
  #framesAtUnity: number;

  constructor(times: LimiterGainTimes) {
    const firstFrames = Math.ceil((times.smoothFrames + 1) / 2);
    const secondFrames = times.smoothFrames + 1 - firstFrames;
    this.#windowFrames = times.smoothFrames + times.widenFrames;
    this.#minimum = new SlidingMinimum(this.#windowFrames);
    this.#first = new RunningSum(firstFrames, UNITY);
    this.#second = new RunningSum(secondFrames, firstFrames * UNITY);
    this.#full = firstFrames * secondFrames * UNITY;
    this.#holdFrames = times.holdFrames;
    this.#release = dbToGain(times.releaseDb);
    this.#framesAtUnity = this.#windowFrames;
  }

  /** All that is remembered is 1: frames that require nothing may be left out. */
  get isIdle(): boolean {
    return this.#framesAtUnity >= this.#windowFrames;
  }

  /** @param required gain 0..1 that the newest frame requires. @returns the gain to apply, 0..1 */
  next(required: number): number {
    const smallest = this.#minimum.next(required);
    if (smallest <= this.#envelope) {
      this.#envelope = smallest;
      this.#held = this.#holdFrames;
    } else if (this.#held > 0) {
      this.#held--;
    } else {
      this.#envelope = Math.min(smallest, this.#envelope * this.#release);
    }
    this.#framesAtUnity = this.#envelope === 1 ? this.#framesAtUnity + 1 : 0;
    return this.#second.next(this.#first.next(Math.floor(this.#envelope * UNITY))) / this.#full;
  }
}

/** Sum of the latest `length` values, exact for whole numbers. */
class RunningSum {
  readonly #values: Float64Array;
  #at = 0;
  #sum: number;

  constructor(length: number, initial: number) {
    this.#values = new Float64Array(length).fill(initial);
    this.#sum = length * initial;
  }

  next(value: number): number {
    this.#sum += value - (this.#values[this.#at] ?? 0);
    this.#values[this.#at] = value;
    this.#at = (this.#at + 1) % this.#values.length;
    return this.#sum;
  }
}

/**
 * Smallest of the latest `length` values, 1 at most (Lemire's rising queue, "Streaming maximum-minimum filter using no
 * more than three comparisons per element", 2006). Values of 1 are not queued.
 */
class SlidingMinimum {
  readonly #length: number;
  readonly #values: Float64Array;
  readonly #times: Float64Array;
  #head = 0;
  #count = 0;
  #now = 0;

  constructor(length: number) {
    this.#length = length;
    this.#values = new Float64Array(length);
    this.#times = new Float64Array(length);
  }

  next(value: number): number {
    const now = this.#now++;
    if (this.#count > 0 && (this.#times[this.#head] ?? 0) <= now - this.#length) {
      this.#head = (this.#head + 1) % this.#length;
      this.#count--;
    }
    if (value < 1) {
      while (this.#count > 0 && (this.#values[this.#place(this.#count - 1)] ?? 0) >= value) this.#count--;
      const place = this.#place(this.#count++);
      this.#values[place] = value;
      this.#times[place] = now;
    }
    return this.#count > 0 ? (this.#values[this.#head] ?? 1) : 1;
  }

  #place(index: number): number {
    return (this.#head + index) % this.#length;
  }
}
