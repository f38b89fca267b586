import { type Bubble, bubbleSeconds, writeBubble } from "./bubble.ts";
import { IMPACT_PULSES, writeImpact } from "./drop-impact.ts";
import type { GrainBuffer } from "./grain-buffer.ts";
import type { RainDrops } from "./rain-drops.ts";
import { UNIT } from "./random.ts";

/** Part of the drops that fall into standing water and leave a ringing bubble there. */
const BUBBLE_PART = 0.2;
/** A bubble closes this long after its drop struck, seconds. */
const BUBBLE_DELAY_SECONDS = { least: 0.006, most: 0.02 };
/** Radii of bubbles, metres: 0.7 to 3 mm ring at 4.3 to 1 kHz. */
const BUBBLE_RADIUS = { median: 0.001, sigma: 0.35, least: 0.0007, most: 0.003 };
const BUBBLE_GAIN = { median: 0.5, most: 1 };
const PULSE_SECONDS = { median: 0.0003, sigma: 0.35, least: 0.00018, most: 0.001 };

/** How long a drop can sound from the moment it strikes, seconds. */
export const SPLASH_SECONDS = BUBBLE_DELAY_SECONDS.most + bubbleSeconds(3 / BUBBLE_RADIUS.most);

/** A raindrop on wet ground: the pulse of the impact, its splash, and sometimes a bubble. */
export class Splash {
  gain = 1;
  readonly #sampleRate: number;
  readonly #grain: Float64Array;
  readonly #bubble: Bubble = { hz: 0, depth: 0 };

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
    this.#grain = new Float64Array(Math.ceil(SPLASH_SECONDS * sampleRate) + 1);
  }

  /** Writes the drop selected. */
  write(into: GrainBuffer, drop: RainDrops): void {
    const { random } = drop;
    const level = this.gain * drop.level;
    const pulse = PULSE_SECONDS.median * Math.exp(PULSE_SECONDS.sigma * random.normal());
    const pulseSeconds = Math.min(PULSE_SECONDS.most, Math.max(PULSE_SECONDS.least, pulse));
    const pulseFrames = (pulseSeconds * this.#sampleRate + 0.5) | 0;
    const frames = (Math.ceil(pulseSeconds * IMPACT_PULSES * this.#sampleRate) + 1) | 0;
    into.pan = drop.pan;
    into.frame = drop.frame;
    into.gain = level;
    into.write(this.#grain, writeImpact(this.#grain, pulseFrames, random, frames));
    if (random.bits() * UNIT >= BUBBLE_PART) return;
    const { least, most } = BUBBLE_DELAY_SECONDS;
    const delay = least + (most - least) * random.bits() * UNIT;
    const drawn = BUBBLE_RADIUS.median * Math.exp(BUBBLE_RADIUS.sigma * random.normal());
    const radius = Math.min(BUBBLE_RADIUS.most, Math.max(BUBBLE_RADIUS.least, drawn));
    const depth = random.bits() * UNIT;
    this.#bubble.hz = 3 / radius;
    this.#bubble.depth = depth;
    const loudness = Math.min(
      BUBBLE_GAIN.most,
      BUBBLE_GAIN.median * depth * (radius / BUBBLE_RADIUS.median) ** 1.5,
    );
    into.frame = drop.frame + delay * this.#sampleRate;
    into.gain = level * loudness;
    into.write(this.#grain, writeBubble(this.#grain, this.#bubble, this.#sampleRate));
  }
}
