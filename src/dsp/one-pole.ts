import { snap } from "./snap.ts";

/**
 * Gain of a trapezoidal one-pole (Zavalishin, "The Art of VA Filter Design", 2018, 3.10): with state s,
 * step = gain (x - s), low = s + step, s' = low + step, and high = x - low. It stays quiet while the cutoff moves.
 * Written as s' = (1 - 2 gain) s + 2 gain x and low = (s + s') / 2, a processor waits half as long for each sample.
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
    const take = 2 * this.#gain;
    const keep = 1 - take;
    let state = this.#state;
    for (let i = 0; i < samples.length; i++) {
      const next = keep * state + take * (samples[i] ?? 0);
      samples[i] = 0.5 * (state + next);
      state = next;
    }
    this.#state = snap(state);
  }
}
