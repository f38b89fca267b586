import { fillGaussian } from "./gaussian-noise.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { OnePole } from "./one-pole.ts";

/** Correlation of the two channels of a bed: between the 0.05 of diffuse rooms and 0.3. */
const CORRELATION = 0.12;
/** Low notes reach both ears alike: below {@link COHERENT_BELOW_HZ} the coherence rises to this. */
const LOW_COHERENCE = 0.85;
const COHERENT_BELOW_HZ = 100;

/**
 * Two channels of white gaussian noise of variance 1, a function of (seed, block). Their correlation is
 * {@link CORRELATION}; with `coherentLows` it rises below 100 Hz, while each channel's spectrum stays flat.
 */
export class StereoNoise {
  readonly #seed: number;
  readonly #near = Math.cos(0.5 * Math.asin(CORRELATION));
  readonly #far = Math.sin(0.5 * Math.asin(CORRELATION));
  readonly #lows: CoherentLows | null;

  constructor(seed: number, options: { readonly coherentLows?: { readonly sampleRate: number } } = {}) {
    this.#seed = seed;
    this.#lows = options.coherentLows ? new CoherentLows(seed, options.coherentLows.sampleRate) : null;
  }

  reset(): void {
    this.#lows?.reset();
  }

  /** Fills both channels of a block. @param block absolute number of the block, may be negative */
  fill(left: Float64Array, right: Float64Array, block: number): void {
    fillGaussian(left, this.#seed, block, 0);
    fillGaussian(right, this.#seed, block, 1);
    const near = this.#near;
    const far = this.#far;
    for (let i = 0; i < left.length; i++) {
      const a = left[i] ?? 0;
      const b = right[i] ?? 0;
      left[i] = near * a + far * b;
      right[i] = far * a + near * b;
    }
    this.#lows?.apply(left, right, block);
  }
}

/**
 * Replaces most of the lows of each channel by a common noise c: y = HP(x) + LP(k c + sqrt(1 - k^2) x). First-order
 * LP and HP of one source are in quadrature, so the powers add up to those of x at every frequency.
 */
class CoherentLows {
  readonly #seed: number;
  readonly #common = new Float64Array(BLOCK_FRAMES);
  readonly #change = new Float64Array(BLOCK_FRAMES);
  readonly #left: OnePole;
  readonly #right: OnePole;

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#left = new OnePole(COHERENT_BELOW_HZ, sampleRate);
    this.#right = new OnePole(COHERENT_BELOW_HZ, sampleRate);
  }

  reset(): void {
    this.#left.reset();
    this.#right.reset();
  }

  apply(left: Float64Array, right: Float64Array, block: number): void {
    fillGaussian(this.#common, this.#seed, block, 2);
    this.#one(left, this.#left);
    this.#one(right, this.#right);
  }

  #one(samples: Float64Array, lowPass: OnePole): void {
    const common = this.#common;
    const change = this.#change;
    const kept = Math.sqrt(1 - LOW_COHERENCE) - 1;
    const added = Math.sqrt(LOW_COHERENCE);
    for (let i = 0; i < change.length; i++) change[i] = added * (common[i] ?? 0) + kept * (samples[i] ?? 0);
    lowPass.process(change);
    for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) + (change[i] ?? 0);
  }
}
