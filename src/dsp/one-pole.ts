import { snap } from "./snap.ts";

/**
 * First-order low-pass by the bilinear transform, H = (b + b z^-1) / (1 - a z^-1). With its complement 1 - H it splits
 * a signal into two parts whose powers add up to the whole at every frequency.
 */
export class OnePole {
  readonly #b: number;
  readonly #a: number;
  #state = 0;

  constructor(cutoffHz: number, sampleRate: number) {
    const g = Math.tan((Math.PI * cutoffHz) / sampleRate);
    this.#b = g / (1 + g);
    this.#a = (1 - g) / (1 + g);
  }

  reset(): void {
    this.#state = 0;
  }

  /** Low-passes in place. */
  process(samples: Float64Array): void {
    const b = this.#b;
    const a = this.#a;
    let state = this.#state;
    for (let i = 0; i < samples.length; i++) {
      const input = b * (samples[i] ?? 0);
      const output = input + state;
      state = input + a * output;
      samples[i] = output;
    }
    this.#state = snap(state);
  }

  /** High-passes in place: what the low-pass would leave out. */
  highPass(samples: Float64Array): void {
    const b = this.#b;
    const a = this.#a;
    let state = this.#state;
    for (let i = 0; i < samples.length; i++) {
      const sample = samples[i] ?? 0;
      const input = b * sample;
      const low = input + state;
      state = input + a * low;
      samples[i] = sample - low;
    }
    this.#state = snap(state);
  }
}
