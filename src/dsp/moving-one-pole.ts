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
    let gain = onePoleGain(cutoff.fromHz, this.#sampleRate);
    const gainStep = (onePoleGain(cutoff.toHz, this.#sampleRate) - gain) / samples.length;
    let state = this.#state;
    for (let i = 0; i < samples.length; i++) {
      const step = gain * ((samples[i] ?? 0) - state);
      samples[i] = state + step;
      state += 2 * step;
      gain += gainStep;
    }
    this.#state = snap(state);
  }
}
