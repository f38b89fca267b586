import { snap } from "./snap.ts";

/**
 * Two-pole low-pass with a cutoff that may move from block to block: the trapezoidal state variable filter (Zavalishin,
 * "The Art of VA Filter Design", 2018, 4.4), which stays stable and quiet while it moves.
 */
export class StateVariableLowPass {
  readonly #sampleRate: number;
  readonly #damping: number;
  #s1 = 0;
  #s2 = 0;

  constructor(q: number, sampleRate: number) {
    this.#sampleRate = sampleRate;
    this.#damping = 1 / q;
  }

  reset(): void {
    this.#s1 = this.#s2 = 0;
  }

  /** Filters a block in place with one cutoff. */
  process(samples: Float64Array, cutoffHz: number): void {
    const g = Math.tan((Math.PI * cutoffHz) / this.#sampleRate);
    const feedback = this.#damping + g;
    const scale = 1 / (1 + g * feedback);
    let s1 = this.#s1;
    let s2 = this.#s2;
    for (let i = 0; i < samples.length; i++) {
      const high = ((samples[i] ?? 0) - feedback * s1 - s2) * scale;
      const band = g * high + s1;
      const low = g * band + s2;
      s1 = g * high + band;
      s2 = g * band + low;
      samples[i] = low;
    }
    this.#s1 = snap(s1);
    this.#s2 = snap(s2);
  }
}
