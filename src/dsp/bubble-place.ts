import { type Bubble, bubbleSeconds, writeBubble } from "./bubble.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PoissonEvents } from "./poisson.ts";
import { Random } from "./random.ts";

/** Radii of the bubbles, metres (6 kHz to 400 Hz); there are r^-DENSITY of each. */
const RADIUS = { least: 0.0005, most: 0.012 };
const DENSITY = 2.2;
/** The radii of a power law, from a uniform number: r^(1 - DENSITY) runs straight between its ends. */
const LEAST_POWER = RADIUS.least ** (1 - DENSITY);
const MOST_POWER = RADIUS.most ** (1 - DENSITY);
/** The loudest a bubble can be, beside one of 1 mm radius in full depth. */
const GAIN_MOST = 1.2;

/** How long a bubble can be heard, seconds. @param scale of the water: 2 makes all bubbles twice as large */
export function longestBubbleSeconds(scale: number): number {
  return bubbleSeconds(3 / (scale * RADIUS.most));
}

/** A place in the water where bubbles form: an eddy behind a stone, a small fall. */
export class BubblePlace {
  /** Bubbles per second. */
  rate = 0;
  /** Of the water: 2 makes all bubbles twice as large. */
  scale = 1;
  /** Of a bubble of 1 mm radius in full depth. */
  gain = 1;
  /** Where the place is, -1 left .. 1 right. */
  pan = 0;
  readonly events: PoissonEvents;
  readonly #highestRate: number;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #random = new Random();
  readonly #grain: Float64Array;
  readonly #bubble: Bubble = { hz: 0, depth: 0 };

  /**
   * @param highestRate bubbles per second
   * @param largestScale of the water
   */
  constructor(seed: number, highestRate: number, largestScale: number, sampleRate: number) {
    this.#seed = seed;
    this.#highestRate = highestRate;
    this.#sampleRate = sampleRate;
    this.events = new PoissonEvents(seed, highestRate, sampleRate);
    this.#grain = new Float64Array(Math.ceil(longestBubbleSeconds(largestScale) * sampleRate) + 1);
  }

  /** Writes the bubbles that form in the block at `frame`. @returns how many there are */
  write(into: GrainBuffer, frame: number): number {
    const random = this.#random;
    const block = frame / BLOCK_FRAMES;
    const drawn = this.events.draw(block);
    let count = 0;
    for (let i = 0; i < drawn; i++) {
      if ((this.events.rank[i] ?? 1) >= this.rate / this.#highestRate) continue;
      count++;
      random.seed(this.#seed, block, i + 1);
      const radius = (LEAST_POWER + random.unit() * (MOST_POWER - LEAST_POWER)) ** (1 / (1 - DENSITY));
      const depth = random.unit();
      this.#bubble.hz = 3 / (this.scale * radius);
      this.#bubble.depth = depth;
      const length = writeBubble(this.#grain, this.#bubble, this.#sampleRate);
      const loudness = Math.min(GAIN_MOST, depth * (radius / 0.001) ** 1.5);
      const at = frame + (this.events.offset[i] ?? 0);
      into.place(at, this.gain * loudness, this.pan + 0.25 * random.signed());
      into.write(this.#grain, length);
    }
    return count;
  }
}
