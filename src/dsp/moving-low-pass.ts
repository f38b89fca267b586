import { snap } from "./snap.ts";

/**
 * First-order low-pass (6 dB/octave) whose cutoff may move from block to block: the trapezoidal one-pole (Zavalishin,
 * "The Art of VA Filter Design", 2018, 3.10), which stays stable and quiet while it moves.
 */
export class MovingLowPass {
  readonly #sampleRate: number;
  #state = 0;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  reset(): void {
    this.#state = 0;
  }

  /** Filters a block in place with one cutoff. */
  process(samples: Float64Array, cutoffHz: number): void {
    const g = Math.tan((Math.PI * cutoffHz) / this.#sampleRate);
    const gain = g / (1 + g);
    let state = this.#state;
    for (let i = 0; i < samples.length; i++) {
      const step = gain * ((samples[i] ?? 0) - state);
      const low = step + state;
      state = low + step;
      samples[i] = low;
    }
    this.#state = snap(state);
  }
}
