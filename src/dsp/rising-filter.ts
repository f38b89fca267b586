import { snap } from "./snap.ts";

/** A pole that straightens the top octave: a bare difference bends towards half the sample rate. */
const POLE = 0.15;

/**
 * Tilts a spectrum up by 6.02 dB/octave, within 0.2 dB from 20 Hz to 18 kHz: a difference with a pole,
 * y[n] = g (x[n] - x[n-1]) - 0.15 y[n-1]. Its gain is 1 at 10 kHz, whatever the sample rate.
 */
export class RisingFilter {
  readonly #gain: number;
  #input = 0;
  #output = 0;

  constructor(sampleRate: number) {
    this.#gain = ((1 + POLE) * sampleRate) / (2 * Math.PI * 10_000);
  }

  reset(): void {
    this.#input = this.#output = 0;
  }

  /** Filters in place. */
  process(samples: Float64Array): void {
    const gain = this.#gain;
    let input = this.#input;
    let output = this.#output;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i] ?? 0;
      output = gain * (x - input) - POLE * output;
      input = x;
      samples[i] = output;
    }
    this.#input = snap(input);
    this.#output = snap(output);
  }
}
