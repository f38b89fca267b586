import { dbToGain } from "./db.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { type Burst, writeBurst } from "./noise-burst.ts";
import { PoissonEvents } from "./poisson.ts";
import { Random, UNIT } from "./random.ts";

/** Leaves that move each second in the strongest gust. */
export const HIGHEST_LEAF_RATE = 1000;
/** Leaves brush rather than strike: a soft onset, a pitch of a sort. */
const BRUSH = { attackPart: 0.3, damping: 1.2 };
const BRUSH_SECONDS = { least: 0.005, most: 0.03 };
const BRUSH_HZ = { least: 2000, most: 8000 };
const SECONDS_RATIO = BRUSH_SECONDS.most / BRUSH_SECONDS.least;
const HZ_RATIO = BRUSH_HZ.most / BRUSH_HZ.least;
const GAIN_DEVIATION_DB = 5;
const GAIN_MOST_DB = 6;

/** How long a leaf can be heard from the moment it begins to move, seconds. */
export const BRUSH_LONGEST_SECONDS = BRUSH_SECONDS.most;

/** Leaves that brush against one another, one by one. */
export class Rustle {
  /** Leaves per second. */
  rate = 0;
  readonly events: PoissonEvents;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #random = new Random();
  readonly #grain: Float64Array;
  readonly #burst: Burst = { ...BRUSH, seconds: 0, hz: 0 };

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.events = new PoissonEvents(seed, HIGHEST_LEAF_RATE, sampleRate);
    this.#grain = new Float64Array(Math.ceil(BRUSH_SECONDS.most * sampleRate) + 1);
  }

  /** Writes the leaves that begin to move in the block at `frame`. @returns how many */
  write(into: GrainBuffer, frame: number, gain: number): number {
    const random = this.#random;
    const block = frame / BLOCK_FRAMES;
    const drawn = this.events.draw(block);
    let count = 0;
    for (let i = 0; i < drawn; i++) {
      if ((this.events.rank[i] ?? 1) >= this.rate / HIGHEST_LEAF_RATE) continue;
      count++;
      random.seed(this.#seed, block, i + 1);
      const level = gain * dbToGain(Math.min(GAIN_MOST_DB, GAIN_DEVIATION_DB * random.normal()));
      this.#burst.seconds = BRUSH_SECONDS.least * SECONDS_RATIO ** (random.bits() * UNIT);
      this.#burst.hz = BRUSH_HZ.least * HZ_RATIO ** (random.bits() * UNIT);
      into.place(frame + (this.events.offset[i] ?? 0), level, 2 * random.bits() * UNIT - 1);
      into.write(this.#grain, writeBurst(this.#grain, this.#burst, random, this.#sampleRate));
    }
    return count;
  }
}
