import { BLOCK_FRAMES } from "./layer.ts";
import { PoissonEvents } from "./poisson.ts";
import { Random } from "./random.ts";

/** Foreground drops per second in the heaviest rain. */
export const HIGHEST_DROP_RATE = 1000;
/** Deviation of a drop's level, and the most it may exceed the median by: near drops are loud, none startles. */
const GAIN_DEVIATION_DB = 6;
const GAIN_MOST_DB = 6.5;

/** Foreground drops per second for an intensity of 0 (10: a few big drops) .. 1 (1000: a downpour). */
export function dropRate(intensity: number): number {
  return 10 * 100 ** intensity;
}

/** The foreground drops of rain: when each falls, how hard, and where. How it sounds is up to what it strikes. */
export class RainDrops {
  /** Drops per second wanted, at most {@link HIGHEST_DROP_RATE}. */
  rate = 0;
  /** First frames of the drops of the last block drawn. */
  readonly startFrame: Float64Array;
  /** Of the drop selected: its first frame, its amplitude (median 1), and its direction, -1 left .. 1 right. */
  frame = 0;
  level = 0;
  pan = 0;
  /** For whatever else is random about the drop selected. */
  readonly random = new Random();
  readonly #events: PoissonEvents;
  readonly #number: Float64Array;
  readonly #seed: number;
  #block = 0;

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#events = new PoissonEvents(seed, HIGHEST_DROP_RATE, sampleRate);
    this.startFrame = new Float64Array(this.#events.offset.length);
    this.#number = new Float64Array(this.#events.offset.length);
  }

  /**
   * Draws the drops that begin in a block.
   * @returns how many there are
   */
  draw(block: number): number {
    const drawn = this.#events.draw(block);
    this.#block = block;
    let count = 0;
    for (let i = 0; i < drawn; i++) {
      if ((this.#events.rank[i] ?? 1) >= this.rate / HIGHEST_DROP_RATE) continue;
      this.startFrame[count] = block * BLOCK_FRAMES + (this.#events.offset[i] ?? 0);
      this.#number[count++] = i + 1;
    }
    return count;
  }

  /** Sets `frame`, `level`, `pan` and `random` to one of the drops drawn. */
  select(drop: number): void {
    this.random.seed(this.#seed, this.#block, this.#number[drop] ?? 0);
    const size = this.random.normal();
    this.frame = this.startFrame[drop] ?? 0;
    this.level = 10 ** (Math.min(GAIN_MOST_DB, GAIN_DEVIATION_DB * size) / 20);
    this.pan = 0.85 * this.random.signed();
  }
}
