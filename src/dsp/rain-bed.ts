import { Biquad, highPass, lowPass } from "./biquad.ts";
import { PinkFilter } from "./pink-filter.ts";

/** Band of the far rain, Hz. */
const BAND_HZ = { low: 400, high: 8000 };

/** One channel of the far rain, where all drops run together: white noise to pink between 400 Hz and 8 kHz, in place. */
export class RainBed {
  readonly #pink = new PinkFilter();
  readonly #low: Biquad;
  readonly #high: Biquad;

  constructor(sampleRate: number) {
    this.#low = new Biquad(highPass(BAND_HZ.low, 0.5, sampleRate));
    this.#high = new Biquad(lowPass(BAND_HZ.high, 0.5, sampleRate));
  }

  reset(): void {
    this.#pink.reset();
    this.#low.reset();
    this.#high.reset();
  }

  process(samples: Float64Array): void {
    this.#pink.process(samples);
    this.#low.process(samples);
    this.#high.process(samples);
  }
}
