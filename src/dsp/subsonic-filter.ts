import { snap } from "./snap.ts";

const CUTOFF_HZ = 14;
const DAMPING = Math.SQRT2;

/**
 * Maximally flat second-order high-pass at 14 Hz, which holds back what only moves a speaker's cone (at 31.5 Hz it costs
 * 0.2 dB). A trapezoidal state-variable filter (Zavalishin, "The Art of VA Filter Design", 2018, 4.1): at so low a
 * frequency a direct form would be noisy.
 */
export class SubsonicFilter {
  readonly #g: number;
  readonly #take: number;
  #first = 0;
  #second = 0;

  constructor(sampleRate: number) {
    this.#g = Math.tan((Math.PI * CUTOFF_HZ) / sampleRate);
    this.#take = 1 / (1 + this.#g * (this.#g + DAMPING));
  }

  reset(): void {
    this.#first = this.#second = 0;
  }

  /** Filters in place. */
  process(samples: Float64Array): void {
    const g = this.#g;
    const take = this.#take;
    const firstTake = take * (DAMPING + g);
    const firstKeep = 1 - 2 * g * firstTake;
    let first = this.#first;
    let second = this.#second;
    // Each state from the two before, so that no product waits for another.
    for (let i = 0; i < samples.length; i++) {
      const input = take * ((samples[i] ?? 0) - second);
      const next = firstKeep * first + 2 * g * input;
      samples[i] = input - firstTake * first;
      second += g * (first + next);
      first = next;
    }
    this.#first = snap(first);
    this.#second = snap(second);
  }
}
