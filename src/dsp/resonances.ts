import { bandPass } from "./biquad.ts";
import { CoupledBiquad } from "./coupled-biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";

export interface Resonance {
  readonly hz: number;
  readonly q: number;
  /** Linear, at its centre. */
  readonly gain: number;
}

/** Resonances side by side, as of a throat or a box: each passes its own band, and what they pass is added. */
export class Resonances {
  readonly #filters: readonly CoupledBiquad[];
  readonly #band = new Float64Array(BLOCK_FRAMES);
  readonly #sum = new Float64Array(BLOCK_FRAMES);

  /** @param resonances each with a Q above 0.5 */
  constructor(resonances: readonly Resonance[], sampleRate: number) {
    this.#filters = resonances.map(({ hz, q, gain }) => {
      const { b0, b1, b2, a1, a2 } = bandPass(hz, q, sampleRate);
      return new CoupledBiquad({ b0: gain * b0, b1: gain * b1, b2: gain * b2, a1, a2 });
    });
  }

  reset(): void {
    for (const filter of this.#filters) filter.reset();
  }

  /** Filters a block in place. */
  process(samples: Float64Array): void {
    const band = this.#band;
    const sum = this.#sum;
    sum.fill(0);
    for (const filter of this.#filters) {
      band.set(samples);
      filter.process(band);
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (band[i] ?? 0);
    }
    samples.set(sum);
  }
}
