import { fillGaussian } from "./gaussian-noise.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { onePoleGain } from "./one-pole.ts";
import { snap } from "./snap.ts";

/** Correlation of the two channels of a bed: between the 0.05 of diffuse rooms and 0.3. */
const CORRELATION = 0.12;
/** Low notes reach both ears alike: below {@link COHERENT_BELOW_HZ} the coherence rises to this. */
const LOW_COHERENCE = 0.85;
const COHERENT_BELOW_HZ = 100;
/** Gains of what goes into the lows: the common noise, and the channel's own, of which most is taken away. */
const ADDED = Math.sqrt(LOW_COHERENCE);
const TAKEN = Math.sqrt(1 - LOW_COHERENCE) - 1;

export interface StereoNoiseOptions {
  readonly coherentLows?: { readonly sampleRate: number };
  /** Standard deviation; default 1. */
  readonly gain?: number;
}

/**
 * Two channels of white gaussian noise of variance 1, a function of (seed, block). Their correlation is
 * {@link CORRELATION}; with `coherentLows` it rises below 100 Hz, while each channel's spectrum stays flat.
 */
export class StereoNoise {
  readonly #seed: number;
  readonly #near: number;
  readonly #far: number;
  readonly #lows: CoherentLows | null;

  constructor(seed: number, { coherentLows, gain = 1 }: StereoNoiseOptions = {}) {
    this.#seed = seed;
    this.#near = gain * Math.cos(0.5 * Math.asin(CORRELATION));
    this.#far = gain * Math.sin(0.5 * Math.asin(CORRELATION));
    this.#lows = coherentLows ? new CoherentLows(seed, coherentLows.sampleRate, gain) : null;
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
  readonly #added: number;
  readonly #gain: number;
  #leftState = 0;
  #rightState = 0;

  constructor(seed: number, sampleRate: number, gain: number) {
    this.#seed = seed;
    this.#added = ADDED * gain;
    this.#gain = onePoleGain(COHERENT_BELOW_HZ, sampleRate);
  }

  reset(): void {
    this.#leftState = this.#rightState = 0;
  }

  /** One pass over both channels: it is part of the cost of every bed. */
  apply(left: Float64Array, right: Float64Array, block: number): void {
    const common = this.#common;
    fillGaussian(common, this.#seed, block, 2);
    const take = 2 * this.#gain;
    const keep = 1 - take;
    const share = take * this.#added;
    const taken = take * TAKEN;
    let leftState = this.#leftState;
    let rightState = this.#rightState;
    for (let i = 0; i < common.length; i++) {
      const added = share * (common[i] ?? 0);
      const a = left[i] ?? 0;
      const b = right[i] ?? 0;
      const leftNext = keep * leftState + (added + taken * a);
      const rightNext = keep * rightState + (added + taken * b);
      left[i] = a + 0.5 * (leftState + leftNext);
      right[i] = b + 0.5 * (rightState + rightNext);
      leftState = leftNext;
      rightState = rightNext;
    }
    this.#leftState = snap(leftState);
    this.#rightState = snap(rightState);
  }
}
