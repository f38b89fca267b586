import { Biquad, BUTTERWORTH_Q, lowPass } from "./biquad.ts";
import { GlassPane } from "./glass-pane.ts";

/** What a closed window lets through of the far rain, Hz. */
const MUFFLED_HZ = 900;
const MUFFLED_GAIN = 1.5;
const GLASS_GAIN = 2;

/** Rain heard from behind a pane that the drops strike. */
export class RainWindow {
  readonly #glass: GlassPane;
  readonly #muffle: readonly [Biquad, Biquad];

  constructor(sampleRate: number) {
    const muffled = lowPass(MUFFLED_HZ, BUTTERWORTH_Q, sampleRate);
    this.#glass = new GlassPane(sampleRate);
    this.#muffle = [new Biquad(muffled), new Biquad(muffled)];
  }

  reset(): void {
    this.#glass.reset();
    for (const filter of this.#muffle) filter.reset();
  }

  /** Turns the far rain in `left` and `right` into what is heard inside; the near drops' blocks are used up. */
  hear(left: Float64Array, right: Float64Array, nearLeft: Float64Array, nearRight: Float64Array): void {
    this.#muffle[0].process(left);
    this.#muffle[1].process(right);
    this.#glass.process(nearLeft, nearRight);
    for (let i = 0; i < left.length; i++) {
      left[i] = MUFFLED_GAIN * (left[i] ?? 0) + GLASS_GAIN * (nearLeft[i] ?? 0);
      right[i] = MUFFLED_GAIN * (right[i] ?? 0) + GLASS_GAIN * (nearRight[i] ?? 0);
    }
  }
}
