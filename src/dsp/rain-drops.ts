import { bubbleSeconds, writeBubble } from "./bubble.ts";
import { writeImpact } from "./drop-impact.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { PoissonEvents } from "./poisson.ts";
import { Random } from "./random.ts";

/** Foreground drops per second in the heaviest rain. */
export const HIGHEST_DROP_RATE = 1000;
/** Deviation of a drop's level, and the most it may exceed the median by: near drops are loud, none startles. */
const GAIN_DEVIATION_DB = 6;
const GAIN_MOST_DB = 9;
/** Part of the drops that fall into standing water and leave a ringing bubble there. */
const BUBBLE_PART = 0.2;
/** A bubble closes this long after its drop struck, seconds. */
const BUBBLE_DELAY_SECONDS = { least: 0.006, most: 0.02 };
/** Radii of bubbles, metres: 0.7 to 3 mm ring at 4.3 to 1 kHz. */
const BUBBLE_RADIUS = { median: 0.001, sigma: 0.35, least: 0.0007, most: 0.003 };
const BUBBLE_GAIN = 0.5;
const PULSE_SECONDS = { median: 0.0003, sigma: 0.35, least: 0.00018, most: 0.001 };

/** How long a drop can sound from the moment it strikes, seconds. */
export const DROP_SECONDS = BUBBLE_DELAY_SECONDS.most + bubbleSeconds(3 / BUBBLE_RADIUS.most);

/** Foreground drops per second for an intensity of 0 (10: a few big drops) .. 1 (1000: a downpour). */
export function dropRate(intensity: number): number {
  return 10 * 100 ** intensity;
}

/** The foreground drops of rain: when they fall, and how each one sounds. */
export class RainDrops {
  /** First frames of the drops of the last block written. */
  readonly startFrame: Float64Array;
  readonly #events: PoissonEvents;
  readonly #seed: number;
  readonly #sampleRate: number;
  readonly #random = new Random();
  readonly #grain: Float64Array;

  constructor(seed: number, sampleRate: number) {
    this.#seed = seed;
    this.#sampleRate = sampleRate;
    this.#events = new PoissonEvents(seed, HIGHEST_DROP_RATE, sampleRate);
    this.startFrame = new Float64Array(this.#events.offset.length);
    this.#grain = new Float64Array(Math.ceil(DROP_SECONDS * sampleRate) + 1);
  }

  /**
   * Writes the drops that begin in a block, and leaves their first frames in `startFrame`.
   * @param rate drops per second wanted, at most {@link HIGHEST_DROP_RATE}
   * @returns how many there are
   */
  write(into: GrainBuffer, block: number, rate: number, gain: number): number {
    const drawn = this.#events.draw(block);
    let count = 0;
    for (let i = 0; i < drawn; i++) {
      if ((this.#events.rank[i] ?? 1) >= rate / HIGHEST_DROP_RATE) continue;
      const frame = block * BLOCK_FRAMES + (this.#events.offset[i] ?? 0);
      this.#random.seed(this.#seed, block, i + 1);
      this.#drop(into, frame, gain);
      this.startFrame[count++] = frame;
    }
    return count;
  }

  #drop(into: GrainBuffer, frame: number, gain: number): void {
    const random = this.#random;
    const size = random.normal();
    const level = gain * 10 ** (Math.min(GAIN_MOST_DB, GAIN_DEVIATION_DB * size) / 20);
    const pan = 0.85 * random.signed();
    const pulse = PULSE_SECONDS.median * Math.exp(PULSE_SECONDS.sigma * random.normal());
    const pulseSeconds = Math.min(PULSE_SECONDS.most, Math.max(PULSE_SECONDS.least, pulse));
    const length = writeImpact(this.#grain, pulseSeconds, random, this.#sampleRate);
    into.add(this.#grain, length, frame, level, pan);
    if (random.unit() < BUBBLE_PART) this.#bubble(into, frame, level, pan);
  }

  #bubble(into: GrainBuffer, frame: number, level: number, pan: number): void {
    const random = this.#random;
    const { least, most } = BUBBLE_DELAY_SECONDS;
    const delay = least + (most - least) * random.unit();
    const drawn = BUBBLE_RADIUS.median * Math.exp(BUBBLE_RADIUS.sigma * random.normal());
    const radius = Math.min(BUBBLE_RADIUS.most, Math.max(BUBBLE_RADIUS.least, drawn));
    const depth = random.unit();
    const length = writeBubble(this.#grain, 3 / radius, depth, this.#sampleRate);
    const loudness = BUBBLE_GAIN * depth * (radius / BUBBLE_RADIUS.median) ** 1.5;
    into.add(this.#grain, length, frame + delay * this.#sampleRate, level * loudness, pan);
  }
}
