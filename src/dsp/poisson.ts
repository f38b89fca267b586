import { BLOCK_FRAMES } from "./layer.ts";
import { Random, UNIT } from "./random.ts";

/**
 * Events of a Poisson process (exponential gaps), drawn per block from (seed, block), so that any stretch can be drawn
 * alone. Draw at the highest rate that can occur; a lower rate keeps the events whose `rank` lies under rate / highest.
 */
export class PoissonEvents {
  /** Frame of each event inside the block, 0 <= offset < 128, in order. */
  readonly offset: Float64Array;
  /** Uniform in [0, 1): the part of the highest rate from which on the event occurs. */
  readonly rank: Float64Array;
  readonly #random = new Random();
  readonly #seed: number;
  readonly #threshold: number;

  /** @param highestRate events per second */
  constructor(seed: number, highestRate: number, sampleRate: number) {
    const mean = (highestRate * BLOCK_FRAMES) / sampleRate;
    this.#seed = seed;
    this.#threshold = Math.exp(-mean);
    // Beyond ten deviations nothing is ever drawn.
    const most = Math.ceil(mean + 10 * Math.sqrt(mean) + 10);
    this.offset = new Float64Array(most);
    this.rank = new Float64Array(most);
  }

  /** Draws the events of a block into `offset` and `rank`. @returns how many there are */
  draw(block: number): number {
    const random = this.#random;
    random.seed(this.#seed, block);
    // Knuth's count: how many uniforms can be multiplied before the product falls under e^-mean.
    let count = 0;
    for (let product = random.bits() * UNIT; product > this.#threshold; product *= random.bits() * UNIT)
      count++;
    if (count > this.offset.length) count = this.offset.length;
    const { offset, rank } = this;
    for (let drawn = 0; drawn < count; drawn++) {
      const at = random.bits() * UNIT * BLOCK_FRAMES;
      let i = drawn;
      for (; i > 0 && (offset[i - 1] ?? 0) > at; i--) offset[i] = offset[i - 1] ?? 0;
      offset[i] = at;
      rank[drawn] = random.bits() * UNIT;
    }
    return count;
  }
}
