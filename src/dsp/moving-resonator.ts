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
    const feedback = 1 / (1 + g * (g + damping));
    const gainStep = (damping * (this.gain.to - this.gain.from)) / out.length;
    let gain = damping * this.gain.from;
    let band = this.#band;
    let low = this.#low;
    for (let i = 0; i < out.length; i++) {
      const high = ((input[i] ?? 0) - (damping + g) * band - low) * feedback;
      const centre = band + g * high;
      band = centre + g * high;
      low += 2 * g * centre;
      out[i] = (out[i] ?? 0) + gain * centre;
      gain += gainStep;
    }
    this.#band = snap(band);
    this.#low = snap(low);
  }
}
