import { snap } from "./snap.ts";

/** A little softer at its corner than a Butterworth. */
const DAMPING = 1 / 0.6;

/**
 * Second-order low-pass whose cutoff may move from block to block: the trapezoidal state variable filter (Simper,
 * "Linear trapezoidal integrated SVF", 2013), which stays stable and quiet while it moves.
 */
export class BreathLowPass {
  readonly #sampleRate: number;
  #band = 0;
  #low = 0;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  reset(): void {
    this.#band = 0;
    this.#low = 0;
  }

  /** Filters a block in place with one cutoff. */
  process(samples: Float64Array, cutoffHz: number): void {
    const g = Math.tan((Math.PI * cutoffHz) / this.#sampleRate);
    const a1 = 1 / (1 + g * (g + DAMPING));
    const a2 = g * a1;
    let bandState = this.#band;
    let lowState = this.#low;
    for (let i = 0; i < samples.length; i++) {
      const rest = (samples[i] ?? 0) - lowState;
      const band = a1 * bandState + a2 * rest;
      const low = lowState + g * band;
      bandState = 2 * band - bandState;
      lowState = 2 * low - lowState;
      samples[i] = low;
    }
    this.#band = snap(bandState);
    this.#low = snap(lowState);
  }
}
