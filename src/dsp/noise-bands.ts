import { type BiquadCoefficients, bandPass } from "./biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { Ramp } from "./ramp.ts";
import { snap } from "./snap.ts";

/** White noise split into bands, each with a level that moves by itself, and put together again; both channels. */
export class NoiseBands {
  /** Gain of each band at the block's first frame. */
  readonly from: Float64Array;
  /** The same at the next block's. */
  readonly to: Float64Array;
  readonly #bands: readonly Band[];
  readonly #left = new Float64Array(BLOCK_FRAMES);
  readonly #right = new Float64Array(BLOCK_FRAMES);

  /** @param centresHz middle of each band @param q of all bands */
  constructor(centresHz: readonly number[], q: number, sampleRate: number) {
    this.from = new Float64Array(centresHz.length);
    this.to = new Float64Array(centresHz.length);
    this.#bands = centresHz.map((hertz) => new Band(bandPass(hertz, q, sampleRate)));
  }

  reset(): void {
    for (const band of this.#bands) band.reset();
  }

  /** Filters a block in place. */
  process(left: Float64Array, right: Float64Array): void {
    this.#left.set(left);
    this.#right.set(right);
    left.fill(0);
    right.fill(0);
    for (let i = 0; i < this.#bands.length; i++) {
      const band = this.#bands[i];
      if (!band) continue;
      band.gain.from = this.from[i] ?? 0;
      band.gain.to = this.to[i] ?? 0;
      band.add(left, right, this.#left, this.#right);
    }
  }
}

/** A band-pass (b1 = 0, b2 = -b0) for both channels in one loop, which a processor then runs side by side. */
class Band {
  readonly gain: Ramp = new Ramp();
  readonly #b0: number;
  /** What the input, times b0, gives to the second state. */
  readonly #c2: number;
  readonly #a1: number;
  readonly #a2: number;
  readonly #states = new Float64Array(4);

  constructor({ b0, a1, a2 }: BiquadCoefficients) {
    this.#b0 = b0;
    this.#c2 = -1 - a2;
    this.#a1 = a1;
    this.#a2 = a2;
  }

  reset(): void {
    this.#states.fill(0);
  }

  add(left: Float64Array, right: Float64Array, fromLeft: Float64Array, fromRight: Float64Array): void {
    const b0 = this.#b0;
    const c2 = this.#c2;
    const a1 = this.#a1;
    const a2 = this.#a2;
    const states = this.#states;
    const step = (this.gain.to - this.gain.from) / BLOCK_FRAMES;
    let gain = this.gain.from;
    let left1 = states[0] ?? 0;
    let left2 = states[1] ?? 0;
    let right1 = states[2] ?? 0;
    let right2 = states[3] ?? 0;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const a = b0 * (fromLeft[i] ?? 0);
      const b = b0 * (fromRight[i] ?? 0);
      left[i] = (left[i] ?? 0) + gain * (a + left1);
      right[i] = (right[i] ?? 0) + gain * (b + right1);
      const nextLeft = left2 - a1 * a - a1 * left1;
      const nextRight = right2 - a1 * b - a1 * right1;
      left2 = c2 * a - a2 * left1;
      right2 = c2 * b - a2 * right1;
      left1 = nextLeft;
      right1 = nextRight;
      gain += step;
    }
    states[0] = snap(left1);
    states[1] = snap(left2);
    states[2] = snap(right1);
    states[3] = snap(right2);
  }
}
