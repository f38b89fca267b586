import { Ramp } from "./ramp.ts";
import { snap } from "./snap.ts";

/**
 * A second-order band-pass whose centre may move, gain 1 there: the trapezoidal state variable filter (Zavalishin, "The
 * Art of VA Filter Design", 2018, 4.2), which stays quiet while its coefficients change.
 */
export class MovingResonator {
  /** Centre during the block, Hz. */
  hz = 0;
  readonly gain: Ramp = new Ramp();
  readonly #damping: number;
  readonly #sampleRate: number;
  #band = 0;
  #low = 0;

  /** @param q centre over bandwidth */
  constructor(q: number, sampleRate: number) {
    this.#damping = 1 / q;
    this.#sampleRate = sampleRate;
  }

  reset(): void {
    this.#band = this.#low = 0;
  }

  /** Adds the resonance of a block to `out`. */
  add(out: Float64Array, input: Float64Array): void {
    const damping = this.#damping;
    const g = Math.tan((Math.PI * this.hz) / this.#sampleRate);
    const take = (2 * g) / (1 + g * (g + damping));
    const keep = 1 - take * (damping + g);
    // The centre is the mean of the band's two states, and moves the low by 2 g: so written, both states wait for no output.
    const lowKeep = 1 - g * take;
    const lowBand = g * (1 + keep);
    const gainStep = (0.5 * damping * (this.gain.to - this.gain.from)) / out.length;
    let gain = 0.5 * damping * this.gain.from;
    let band = this.#band;
    let low = this.#low;
    for (let i = 0; i < out.length; i++) {
      const push = take * (input[i] ?? 0);
      const next = keep * band + (push - take * low);
      out[i] = (out[i] ?? 0) + gain * (band + next);
      low = lowKeep * low + (lowBand * band + g * push);
      band = next;
      gain += gainStep;
    }
    this.#band = snap(band);
    this.#low = snap(low);
  }
}
