import type { BiquadCoefficients } from "./biquad.ts";
import { snap } from "./snap.ts";

/**
 * One second-order section with complex poles, which turns a pair of states by the poles' angle (the coupled form): in a
 * direct form the noise of rounding is, at low frequencies, 10^5 times as large.
 */
export class CoupledBiquad {
  readonly #re: number;
  readonly #im: number;
  readonly #direct: number;
  readonly #fromFirst: number;
  readonly #fromSecond: number;
  #first = 0;
  #second = 0;

  /** @param coefficients of a section whose poles are complex (Q above 0.5) */
  constructor({ b0, b1, b2, a1, a2 }: BiquadCoefficients) {
    this.#re = -a1 / 2;
    this.#im = Math.sqrt(a2 - this.#re ** 2);
    this.#direct = b0;
    this.#fromFirst = b1 - b0 * a1;
    this.#fromSecond = (b2 - b0 * a2 + this.#fromFirst * this.#re) / this.#im;
  }

  reset(): void {
    this.#first = this.#second = 0;
  }

  /** Filters in place. */
  process(samples: Float64Array): void {
    const re = this.#re;
    const im = this.#im;
    const direct = this.#direct;
    const fromFirst = this.#fromFirst;
    const fromSecond = this.#fromSecond;
    let first = this.#first;
    let second = this.#second;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i] ?? 0;
      samples[i] = direct * x + fromFirst * first + fromSecond * second;
      const turned = re * first + (x - im * second);
      second = im * first + re * second;
      first = turned;
    }
    this.#first = snap(first);
    this.#second = snap(second);
  }
}
