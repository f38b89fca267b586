import { BLOCK_FRAMES } from "./layer.ts";
import { KWeighting } from "./loudness-weighting.ts";

/** Loudness is taken over this long: short, so that little passes before it is turned down. */
const WINDOW_SECONDS = 0.05;
/** How fast the gain comes back up: under the startle rule's 6 dB/s. */
const RELEASE_DB_PER_SECOND = 5;
/** LUFS of a weighted power: BS.1770's offset. */
const OFFSET_DB = -0.691;

/**
 * The loudness that a night may not pass, whatever is mixed, shared, planned or set on the way: what is louder is turned
 * down within 50 ms and comes back by 5 dB/s. What stays below passes bit for bit. Stereo-linked. Allocates nothing after
 * construction.
 */
export class NightCeiling {
  readonly #sampleRate: number;
  readonly #left: KWeighting;
  readonly #right: KWeighting;
  /** Weighted power of the last blocks. */
  readonly #powers: Float64Array;
  #at = 0;
  #most = Number.POSITIVE_INFINITY;
  #gain = 1;

  /** @param sampleRate frames per second */
  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
    this.#left = new KWeighting(sampleRate);
    this.#right = new KWeighting(sampleRate);
    this.#powers = new Float64Array(Math.max(1, Math.round((WINDOW_SECONDS * sampleRate) / BLOCK_FRAMES)));
  }

  /** Sets the ceiling, LUFS; null = none. */
  set lufs(lufs: number | null) {
    this.#most = lufs === null ? Number.POSITIVE_INFINITY : 10 ** ((lufs - OFFSET_DB) / 10);
  }

  /** Turns one block down in place where it is too loud. */
  process(left: Float32Array, right: Float32Array): void {
    const frames = left.length;
    if (this.#most === Number.POSITIVE_INFINITY && this.#gain === 1) return;
    this.#powers[this.#at] =
      (this.#left.energy(left, 0, frames) + this.#right.energy(right, 0, frames)) / frames;
    this.#at = (this.#at + 1) % this.#powers.length;
    const from = this.#gain;
    const to = this.#nextGain(frames);
    this.#gain = to;
    if (from === 1 && to === 1) return;
    for (let i = 0; i < frames; i++) {
      const gain = from + ((to - from) * (i + 1)) / frames;
      left[i] = (left[i] ?? 0) * gain;
      right[i] = (right[i] ?? 0) * gain;
    }
  }

  #nextGain(frames: number): number {
    let power = 0;
    for (let i = 0; i < this.#powers.length; i++) power += this.#powers[i] ?? 0;
    power /= this.#powers.length;
    const wanted = power > this.#most ? Math.sqrt(this.#most / power) : 1;
    const risen = this.#gain * 10 ** ((RELEASE_DB_PER_SECOND * frames) / this.#sampleRate / 20);
    return Math.min(wanted, risen, 1);
  }
}
