import { Biquad, bandPass } from "./biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";

/** White noise split into bands, each with a level that moves by itself, and put together again; both channels. */
export class NoiseBands {
  readonly #left: readonly Biquad[];
  readonly #right: readonly Biquad[];
  readonly #band = new Float64Array(BLOCK_FRAMES);
  readonly #sum = new Float64Array(BLOCK_FRAMES);

  /** @param centresHz middle of each band @param q of all bands */
  constructor(centresHz: readonly number[], q: number, sampleRate: number) {
    const bands = () => centresHz.map((hertz) => new Biquad(bandPass(hertz, q, sampleRate)));
    this.#left = bands();
    this.#right = bands();
  }

  reset(): void {
    for (const band of this.#left) band.reset();
    for (const band of this.#right) band.reset();
  }

  /**
   * Filters a block in place.
   * @param from gain of each band at the block's first frame
   * @param to at the next block's
   */
  process(left: Float64Array, right: Float64Array, from: Float64Array, to: Float64Array): void {
    this.#side(left, this.#left, from, to);
    this.#side(right, this.#right, from, to);
  }

  #side(samples: Float64Array, bands: readonly Biquad[], from: Float64Array, to: Float64Array): void {
    const band = this.#band;
    const sum = this.#sum;
    sum.fill(0);
    for (const [index, filter] of bands.entries()) {
      band.set(samples);
      filter.process(band);
      const gain = from[index] ?? 0;
      const step = ((to[index] ?? 0) - gain) / BLOCK_FRAMES;
      for (let i = 0; i < BLOCK_FRAMES; i++) sum[i] = (sum[i] ?? 0) + (gain + step * i) * (band[i] ?? 0);
    }
    samples.set(sum);
  }
}
