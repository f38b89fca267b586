import { type Bubble, bubbleSeconds, writeBubble } from "./bubble.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PoissonEvents } from "./poisson.ts";
import { Random, UNIT } from "./random.ts";

/** Pitches of the air that a fall drags down, Hz: pockets of 2 to 10 mm. */
const PITCH = { low: 320, high: 1500 };
/** How loud a pocket is beside the median, dB: deviation, and the most. */
const LEVEL_DB = { deviation: 4, most: 7 };

/** The longest that a bubble of the plunge pool rings, seconds. */
export const PLUNGE_SECONDS = bubbleSeconds(PITCH.low);
export const HIGHEST_PLUNGE_RATE = 60;

/** Air that falling water takes down with it: the gurgle in the roar of a fall. */
export class PlungeBubbles {
  /** Bubbles per second. */
  rate = 0;
  /** Of the median one. */
  gain = 0;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #events: PoissonEvents;
  readonly #random = new Random();
  readonly #grain: Float64Array;
  readonly #bubble: Bubble = { hz: 0, depth: 0 };

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#events = new PoissonEvents(seed, HIGHEST_PLUNGE_RATE, sampleRate);
    this.#grain = new Float64Array(Math.ceil(PLUNGE_SECONDS * sampleRate) + 1);
  }

  /** Writes the bubbles that begin in the block at `frame`. */
  write(into: GrainBuffer, frame: number): void {
    const block = frame / BLOCK_FRAMES;
    const drawn = this.#events.draw(block);
    for (let i = 0; i < drawn; i++) {
      if ((this.#events.rank[i] ?? 1) >= this.rate / HIGHEST_PLUNGE_RATE) continue;
      const random = this.#random;
      random.seed(this.#seed, block, i + 1);
      const hertz = PITCH.low * (PITCH.high / PITCH.low) ** (random.bits() * UNIT);
      const level = Math.min(LEVEL_DB.most, LEVEL_DB.deviation * random.normal());
      this.#bubble.hz = hertz;
      this.#bubble.depth = random.bits() * UNIT;
      const length = writeBubble(this.#grain, this.#bubble, this.#sampleRate);
      // Larger bubbles are louder: r^1.5, and r goes with 1 / f.
      const loudness = this.gain * 10 ** (level / 20) * (PITCH.low / hertz) ** 1.5;
      into.frame = frame + (this.#events.offset[i] ?? 0);
      into.gain = loudness;
      into.pan = 0.9 * (2 * random.bits() * UNIT - 1);
      into.write(this.#grain, length);
    }
  }
}
