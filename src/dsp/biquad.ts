import { snap } from "./snap.ts";

/** Coefficients of y[n] = b0 x[n] + b1 x[n-1] + b2 x[n-2] - a1 y[n-1] - a2 y[n-2]. */
export interface BiquadCoefficients {
  readonly b0: number;
  readonly b1: number;
  readonly b2: number;
  readonly a1: number;
  readonly a2: number;
}

/** Q of a maximally flat (Butterworth) second-order section. */
export const BUTTERWORTH_Q = Math.SQRT1_2;

/** Second-order low-pass. Formulas of this file: Robert Bristow-Johnson, "Audio EQ Cookbook" (W3C note). */
export function lowPass(cutoffHz: number, q: number, sampleRate: number): BiquadCoefficients {
  const w = (2 * Math.PI * cutoffHz) / sampleRate;
  const cos = Math.cos(w);
  const alpha = Math.sin(w) / (2 * q);
  const b1 = (1 - cos) / (1 + alpha);
  return { b0: b1 / 2, b1, b2: b1 / 2, a1: (-2 * cos) / (1 + alpha), a2: (1 - alpha) / (1 + alpha) };
}

/** Second-order high-pass. */
export function highPass(cutoffHz: number, q: number, sampleRate: number): BiquadCoefficients {
  const w = (2 * Math.PI * cutoffHz) / sampleRate;
  const cos = Math.cos(w);
  const alpha = Math.sin(w) / (2 * q);
  const b0 = (1 + cos) / 2 / (1 + alpha);
  return { b0, b1: -2 * b0, b2: b0, a1: (-2 * cos) / (1 + alpha), a2: (1 - alpha) / (1 + alpha) };
}

/** Second-order band-pass with gain 1 at its centre. */
export function bandPass(centreHz: number, q: number, sampleRate: number): BiquadCoefficients {
  const w = (2 * Math.PI * centreHz) / sampleRate;
  const alpha = Math.sin(w) / (2 * q);
  const b0 = alpha / (1 + alpha);
  return { b0, b1: 0, b2: -b0, a1: (-2 * Math.cos(w)) / (1 + alpha), a2: (1 - alpha) / (1 + alpha) };
}

/**
 * One second-order section, transposed direct form II: y = b0 x + s1, s1' = s2 + b1 x - a1 y, s2' = b2 x - a2 y. With y
 * put in, what a sample does to the states waits for no other product, and a processor is done in half the time.
 */
export class Biquad {
  readonly #b0: number;
  /** What the input gives to each state. */
  readonly #c1: number;
  readonly #c2: number;
  readonly #a1: number;
  readonly #a2: number;
  #s1 = 0;
  #s2 = 0;

  constructor(coefficients: BiquadCoefficients) {
    this.#b0 = coefficients.b0;
    this.#c1 = coefficients.b1 - coefficients.a1 * coefficients.b0;
    this.#c2 = coefficients.b2 - coefficients.a2 * coefficients.b0;
    this.#a1 = coefficients.a1;
    this.#a2 = coefficients.a2;
  }

  reset(): void {
    this.#s1 = this.#s2 = 0;
  }

  /** Filters in place. */
  process(samples: Float64Array): void {
    const b0 = this.#b0;
    const c1 = this.#c1;
    const c2 = this.#c2;
    const a1 = this.#a1;
    const a2 = this.#a2;
    let s1 = this.#s1;
    let s2 = this.#s2;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i] ?? 0;
      const first = s1;
      samples[i] = b0 * x + first;
      s1 = c1 * x + s2 - a1 * first;
      s2 = c2 * x - a2 * first;
    }
    this.#s1 = snap(s1);
    this.#s2 = snap(s2);
  }
}
