import { BlockKernel } from "./block-kernel.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { seedFor } from "./seed-for.ts";
import { StereoNoise } from "./stereo-noise.ts";

/** A filter that turns white noise into a colour, in place. */
export interface ColourFilter {
  reset(): void;
  process(samples: Float64Array): void;
}

/** Kernel of a noise colour: gaussian noise, one filter per channel, a gain. It has no parameters. */
export class NoiseKernel extends BlockKernel<never> {
  readonly #noise: StereoNoise;
  readonly #left: ColourFilter | null;
  readonly #right: ColourFilter | null;
  readonly #gain: number;

  /**
   * @param colour names the random stream
   * @param makeFilter makes one channel's filter; null leaves the noise white
   * @param gain brings the filter's output to a peak below 1
   */
  constructor(
    sampleRate: number,
    seed: number,
    colour: string,
    makeFilter: (() => ColourFilter) | null,
    gain: number,
  ) {
    super();
    // White noise has too little below 100 Hz for its coherence there to be heard.
    const options = makeFilter ? { coherentLows: { sampleRate } } : {};
    this.#noise = new StereoNoise(seedFor(seed, colour), options);
    this.#left = makeFilter?.() ?? null;
    this.#right = makeFilter?.() ?? null;
    this.#gain = gain;
  }

  protected start(): void {
    this.#noise.reset();
    this.#left?.reset();
    this.#right?.reset();
  }

  protected render(frame: number): void {
    const { left, right } = this;
    this.#noise.fill(left, right, frame / BLOCK_FRAMES);
    this.#left?.process(left);
    this.#right?.process(right);
    const gain = this.#gain;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = gain * (left[i] ?? 0);
      right[i] = gain * (right[i] ?? 0);
    }
  }
}
