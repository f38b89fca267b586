import { BLOCK_FRAMES } from "./layer.ts";
import { RingingPair } from "./ringing-pair.ts";

/**
 * The ring blooms: this part of it comes only in the moments after the strike, by this time constant. It is what makes
 * a strike stand out no more than 6 dB from a bed that is as loud as itself.
 */
const BLOOM = 0.3;
const BLOOM_SECONDS = 0.8;

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
    const offset = Math.max(0, -age);
    this.#left.fill(0);
    this.#right.fill(0);
    for (const mode of this.modes) mode.add(this.#left, this.#right, Math.max(0, age), offset);
    const attack = this.attackSeconds * this.#sampleRate;
    const release = this.#releaseSeconds * this.#sampleRate;
    const bloom = this.#bloomAt(age);
    const bloomStep = (this.#bloomAt(age + BLOCK_FRAMES) - bloom) / BLOCK_FRAMES;
    const edged = age < attack || age + BLOCK_FRAMES > end - release;
    for (let i = offset; i < BLOCK_FRAMES; i++) {
      const edge = edged ? risen((age + i) / attack) * risen((end - age - i) / release) : 1;
      const gain = edge * (bloom + bloomStep * i);
      left[i] = (left[i] ?? 0) + gain * (this.#left[i] ?? 0);
      right[i] = (right[i] ?? 0) + gain * (this.#right[i] ?? 0);
    }
  }

  #bloomAt(ageFrames: number): number {
    return 1 - BLOOM * Math.exp(-ageFrames / (BLOOM_SECONDS * this.#sampleRate));
  }
}

/** Raised cosine from 0 at 0 to 1 at 1. */
function risen(part: number): number {
  if (part <= 0) return 0;
  return part >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * part);
}
