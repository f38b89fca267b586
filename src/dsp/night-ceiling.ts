import { BLOCK_FRAMES } from "./layer.ts";
import { StereoKWeighting } from "./loudness-weighting.ts";

/** Loudness is taken over this long: short, so that little passes before it is turned down. */
const WINDOW_SECONDS = 0.05;
/** A single block may have so many times the power of the window: more is a sudden beginning, and does not wait for it. */
const BLOCK_POWER = 4;
/** The gain falls in this part of a block: what begins suddenly is too loud from its first sample on. */
const FALL = 4;
/** What is too loud is brought a decibel under the ceiling: power. Its next beginning has room there. */
const TOUCH = 10 ** -0.1;
/** How fast the gain comes back up: under the startle rule's 6 dB/s. */
const RELEASE_DB_PER_SECOND = 5;
/** LUFS of a weighted power: BS.1770's offset. */
const OFFSET_DB = -0.691;

/**
 * The loudness that a night may not pass, whatever is mixed, shared, planned or set on the way: what is louder is turned
 * down within 50 ms (momentary loudness passes it by a decibel at most) and comes back by 5 dB/s. What stays below passes
 * bit for bit. Stereo-linked. Allocates nothing after construction.
 */
export class NightCeiling {
  readonly #sampleRate: number;
  readonly #weighting: StereoKWeighting;
  /** Weighted power of the last blocks. */
  readonly #powers: Float64Array;
  #at = 0;
  #most = Number.POSITIVE_INFINITY;
  #gain = 1;

  /** @param sampleRate frames per second */
  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
    this.#weighting = new StereoKWeighting(sampleRate);
    this.#powers = new Float64Array(Math.max(1, Math.round((WINDOW_SECONDS * sampleRate) / BLOCK_FRAMES)));
  }

  /** Sets the ceiling, LUFS; null = none. */
  set lufs(lufs: number | null) {
    this.#most = lufs === null ? Number.POSITIVE_INFINITY : 10 ** ((lufs - OFFSET_DB) / 10);
  }

  /** Turns whole blocks down in place where they are too loud. */
  process(left: Float32Array, right: Float32Array): void {
    if (this.#most === Number.POSITIVE_INFINITY && this.#gain === 1) return;
    for (let first = 0; first < left.length; first += BLOCK_FRAMES) this.#turnDown(left, right, first);
  }

  /** @param first frame of the block */
  #turnDown(left: Float32Array, right: Float32Array, first: number): void {
    const end = first + BLOCK_FRAMES;
    const power = this.#weighting.energy(left, right, first, end) / BLOCK_FRAMES;
    this.#powers[this.#at] = power;
    this.#at = (this.#at + 1) % this.#powers.length;
    const from = this.#gain;
    const to = this.#nextGain(power);
    this.#gain = to;
    if (from === 1 && to === 1) return;
    const rampFrames = to < from ? BLOCK_FRAMES / FALL : BLOCK_FRAMES;
    for (let i = first; i < end; i++) {
      const past = i - first;
      const gain = past < rampFrames ? from + ((to - from) * (past + 1)) / rampFrames : to;
      left[i] = (left[i] ?? 0) * gain;
      right[i] = (right[i] ?? 0) * gain;
    }
  }

  #nextGain(blockPower: number): number {
    let power = 0;
    for (let i = 0; i < this.#powers.length; i++) power += this.#powers[i] ?? 0;
    power = Math.max(power / this.#powers.length, blockPower / BLOCK_POWER);
    const wanted = power > this.#most ? Math.sqrt((TOUCH * this.#most) / power) : 1;
    const risen = this.#gain * 10 ** ((RELEASE_DB_PER_SECOND * BLOCK_FRAMES) / this.#sampleRate / 20);
    return Math.min(wanted, risen, 1);
  }
}
