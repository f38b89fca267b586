import type { BiquadCoefficients } from "./biquad.ts";
import { snap } from "./snap.ts";

/** A section whose pair of states turns: by what, and what its output takes of the input and of the states. */
export interface CoupledForm {
  readonly re: number;
  readonly im: number;
  readonly direct: number;
  readonly fromFirst: number;
  readonly fromSecond: number;
}

/** @param coefficients of a section whose poles are complex (Q above 0.5) */
export function coupledForm({ b0, b1, b2, a1, a2 }: BiquadCoefficients): CoupledForm {
  const re = -a1 / 2;
  const im = Math.sqrt(a2 - re ** 2);
  const fromFirst = b1 - b0 * a1;
  return { re, im, direct: b0, fromFirst, fromSecond: (b2 - b0 * a2 + fromFirst * re) / im };
}

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
  constructor(coefficients: BiquadCoefficients) {
    const { re, im, direct, fromFirst, fromSecond } = coupledForm(coefficients);
    this.#re = re;
    this.#im = im;
    this.#direct = direct;
    this.#fromFirst = fromFirst;
    this.#fromSecond = fromSecond;
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
