import { weighted } from "./filters.ts";

/** Length of the low-pass, periods of the new rate. */
const PERIODS = 4;

/** Every `factor`-th sample of a whole signal, as {@link RoughDecimator} has it. */
export function decimateRoughly(signal: Float32Array, factor: number): Float64Array {
  const decimator = new RoughDecimator(factor, signal.length);
  decimator.add(signal);
  return decimator.decimated();
}

/**
 * Every `factor`-th sample of a signal that comes in pieces, after a short low-pass (Hann, {@link PERIODS} periods of
 * the new rate): a tenth of the cost of `decimate`, for what looks at likeness and not at levels. Sample i is weighed
 * over the frames from i * factor on, so that the last {@link PERIODS} - 1 periods of the signal give none.
 */
export class RoughDecimator {
  readonly #factor: number;
  readonly #taps: Float64Array;
  readonly #out: Float64Array;
  #count = 0;
  /** What the next sample begins with, and room for a piece after it. */
  #signal = new Float32Array(0);
  #held = 0;

  /** @param frames length of the whole signal */
  constructor(factor: number, frames: number) {
    this.#factor = factor;
    const length = PERIODS * factor;
    this.#taps = Float64Array.from(
      { length },
      (_, index) => (1 - Math.cos((2 * Math.PI * (index + 0.5)) / length)) / length,
    );
    this.#out = new Float64Array(Math.max(0, Math.floor(frames / factor) - PERIODS + 1));
  }

  /** Takes the next piece. */
  add(piece: Float32Array): void {
    const length = this.#held + piece.length;
    if (this.#signal.length < length) {
      const longer = new Float32Array(length);
      longer.set(this.#signal.subarray(0, this.#held));
      this.#signal = longer;
    }
    this.#signal.set(piece, this.#held);
    const last = length - this.#taps.length;
    let from = 0;
    for (; from <= last; from += this.#factor) {
      this.#out[this.#count++] = weighted(this.#signal, from, this.#taps);
    }
    this.#signal.copyWithin(0, from, length);
    this.#held = length - from;
  }

  /** The samples so far, in order; those that have not come yet are 0. */
  decimated(): Float64Array {
    return this.#out;
  }
}
