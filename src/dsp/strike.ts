import { BLOCK_FRAMES } from "./layer.ts";
import { RingingPair } from "./ringing-pair.ts";

/**
 * The ring blooms: this part of it comes only in the moments after the strike, by this time constant. It is what makes
 * a strike stand out no more than 6 dB from a bed that is as loud as itself.
 */
const BLOOM = 0.3;
const BLOOM_SECONDS = 0.8;
/** From here on it is in bloom, to one part in 100 000. */
const BLOOMED_SECONDS = 10 * BLOOM_SECONDS;

/**
 * One soft strike on a bowl or a bell: some modes that begin together under a raised cosine, bloom, and end, after
 * `seconds`, under another raised cosine. A closed form of the frame.
 */
export class Strike {
  /** The number under which its values were set; a host that keeps strikes in a ring compares it. */
  number = Number.NaN;
  /** Absolute frame at which it begins. */
  startFrame = 0;
  attackSeconds = 0.02;
  readonly modes: readonly RingingPair[];
  readonly #sampleRate: number;
  readonly #seconds: number;
  readonly #releaseSeconds: number;
  readonly #left = new Float64Array(BLOCK_FRAMES);
  readonly #right = new Float64Array(BLOCK_FRAMES);

  /** @param seconds how long it sounds @param releaseSeconds part of it in which what is left goes to zero */
  constructor(modes: number, seconds: number, releaseSeconds: number, sampleRate: number) {
    this.modes = Array.from({ length: modes }, () => new RingingPair(sampleRate));
    this.#sampleRate = sampleRate;
    this.#seconds = seconds;
    this.#releaseSeconds = releaseSeconds;
  }

  /** Adds the block that begins at an absolute frame to both channels. */
  add(left: Float64Array, right: Float64Array, frame: number): void {
    const age = frame - this.startFrame;
    const end = this.#seconds * this.#sampleRate;
    if (age <= -BLOCK_FRAMES || age >= end) return;
    const attack = this.attackSeconds * this.#sampleRate;
    const bloomed = BLOOMED_SECONDS * this.#sampleRate;
    const release = this.#releaseSeconds * this.#sampleRate;
    if (age > Math.max(attack, bloomed) && age + BLOCK_FRAMES < end - release) {
      for (const mode of this.modes) mode.add(left, right, age);
      return;
    }
    const ringLeft = this.#left;
    const ringRight = this.#right;
    ringLeft.fill(0);
    ringRight.fill(0);
    for (const mode of this.modes) mode.add(ringLeft, ringRight, age);
    // Bloom and release are slow: straight within a block.
    const slow = this.#slowGainAt(age);
    const slowStep = (this.#slowGainAt(age + BLOCK_FRAMES) - slow) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const gain = (slow + slowStep * i) * (age < attack ? risen((age + i) / attack) : 1);
      left[i] = (left[i] ?? 0) + gain * (ringLeft[i] ?? 0);
      right[i] = (right[i] ?? 0) + gain * (ringRight[i] ?? 0);
    }
  }

  #slowGainAt(age: number): number {
    const bloom = 1 - BLOOM * Math.exp(-age / (BLOOM_SECONDS * this.#sampleRate));
    const end = this.#seconds * this.#sampleRate;
    return bloom * risen((end - age) / (this.#releaseSeconds * this.#sampleRate));
  }
}

/** Raised cosine from 0 at 0 to 1 at 1. */
function risen(part: number): number {
  if (part <= 0) return 0;
  return part >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * part);
}
