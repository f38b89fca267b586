import { onePoleGain } from "./one-pole.ts";
import { snap } from "./snap.ts";

/** First-order low-pass (6 dB/octave) whose cutoff moves within the block, without a step. */
export class MovingOnePole {
  readonly #sampleRate: number;
  #state = 0;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  reset(): void {
    this.#state = 0;
  }

  /** Filters in place. @param cutoff Hz at the first sample, and one sample after the last */
  process(samples: Float64Array, cutoff: { readonly fromHz: number; readonly toHz: number }): void {
    let take = 2 * onePoleGain(cutoff.fromHz, this.#sampleRate);
    const takeStep = (2 * onePoleGain(cutoff.toHz, this.#sampleRate) - take) / samples.length;
    let state = this.#state;
    for (let i = 0; i < samples.length; i++) {
      const next = (1 - take) * state + take * (samples[i] ?? 0);
      samples[i] = 0.5 * (state + next);
      state = next;
      take += takeStep;
    }
    this.#state = snap(state);
  }
}
