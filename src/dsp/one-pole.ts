import { snap } from "./snap.ts";

/**
 * Gain of a trapezoidal one-pole (Zavalishin, "The Art of VA Filter Design", 2018, 3.10): with state s,
 * step = gain (x - s), low = s + step, s' = low + step, and high = x - low. It stays quiet while the cutoff moves.
 */
export function onePoleGain(cutoffHz: number, sampleRate: number): number {
  const g = Math.tan((Math.PI * cutoffHz) / sampleRate);
  return g / (1 + g);
}

/**
 * First-order low-pass (6 dB/octave). What it leaves out is in quadrature with what it passes: their powers add up to
 * the whole at every frequency.
 */
export class OnePole {
  readonly #gain: number;
  #state = 0;

  constructor(cutoffHz: number, sampleRate: number) {
    this.#gain = onePoleGain(cutoffHz, sampleRate);
  }

  reset(): void {
    this.#state = 0;
  }

  /** Filters in place. */
  process(samples: Float64Array): void {
    const gain = this.#gain;
    let state = this.#state;
    for (let i = 0; i < samples.length; i++) {
      const step = gain * ((samples[i] ?? 0) - state);
      samples[i] = state + step;
      state += 2 * step;
    }
    this.#state = snap(state);
  }
}
