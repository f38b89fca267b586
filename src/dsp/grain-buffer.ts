import { BLOCK_FRAMES } from "./layer.ts";

/** Sound reaches the farther ear this much later from straight aside, seconds. */
const EAR_DELAY_SECONDS = 0.0004;
/** A grain is added in stretches of so many frames. */
const STRETCH_FRAMES = 256;

/**
 * Overlap-add of short sounds. Each grain is written whole at the block in which it begins, in the order of the
 * schedule, so that a frame's sum has the same terms in the same order wherever rendering began.
 */
export class GrainBuffer {
  /** Where the next grain goes. */
  frame = Number.NaN;
  gain = Number.NaN;
  pan = Number.NaN;
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  readonly #mask: number;
  readonly #earDelay: number;
  /** Of the grain being written: where it goes, and how loud. */
  #leftStart = 0;
  #rightStart = 0;
  #leftGain = Number.NaN;
  #rightGain = Number.NaN;

  /** @param longestSeconds from a block's first frame to the end of any grain that begins in it */
  constructor(longestSeconds: number, sampleRate: number) {
    this.#earDelay = EAR_DELAY_SECONDS * sampleRate;
    const longest = longestSeconds * sampleRate + this.#earDelay + 2 * BLOCK_FRAMES;
    const size = 2 ** Math.ceil(Math.log2(longest));
    this.#left = new Float64Array(size);
    this.#right = new Float64Array(size);
    this.#mask = size - 1;
  }

  reset(): void {
    this.#left.fill(0);
    this.#right.fill(0);
  }

  /** Adds a mono grain that begins at `frame`. A kernel asks for `place` and `write`, which leave nothing on the heap. */
  add(grain: Float64Array, length: number, frame: number, gain: number, pan: number): void {
    this.place(frame, gain, pan);
    this.write(grain, length);
  }

  /**
   * Says where the next grain goes. So short that it is always inlined.
   * @param frame absolute; rounded
   * @param pan -1 left .. 1 right: equal power, and a delay of the farther ear
   */
  place(frame: number, gain: number, pan: number): void {
    this.frame = frame;
    this.gain = gain;
    this.pan = pan;
  }

  /** Adds a mono grain where `place` said. */
  write(grain: Float64Array, length: number): void {
    const angle = (this.pan + 1) * 0.25 * Math.PI;
    const delay = Math.round(this.pan * this.#earDelay);
    const start = Math.round(this.frame);
    this.#leftStart = (start + Math.max(0, delay)) & this.#mask;
    this.#rightStart = (start + Math.max(0, -delay)) & this.#mask;
    this.#leftGain = this.gain * Math.cos(angle);
    this.#rightGain = this.gain * Math.sin(angle);
    // Stretch by stretch: a long loop of a rare grain would be compiled anew, and leave garbage, each time.
    for (let from = 0; from < length; from += STRETCH_FRAMES) {
      this.#stretch(grain, from, Math.min(length, from + STRETCH_FRAMES));
    }
  }

  #stretch(grain: Float64Array, from: number, to: number): void {
    const mask = this.#mask;
    const left = this.#left;
    const right = this.#right;
    const leftStart = this.#leftStart;
    const rightStart = this.#rightStart;
    const leftGain = this.#leftGain;
    const rightGain = this.#rightGain;
    for (let i = from; i < to; i++) {
      const sample = grain[i] ?? 0;
      const atLeft = (leftStart + i) & mask;
      const atRight = (rightStart + i) & mask;
      left[atLeft] = (left[atLeft] ?? 0) + leftGain * sample;
      right[atRight] = (right[atRight] ?? 0) + rightGain * sample;
    }
  }

  /** Moves the block that begins at `frame` into `left` and `right`. */
  take(left: Float64Array, right: Float64Array, frame: number): void {
    this.#takeFrom(this.#left, left, frame & this.#mask);
    this.#takeFrom(this.#right, right, frame & this.#mask);
  }

  #takeFrom(ring: Float64Array, out: Float64Array, start: number): void {
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      out[i] = ring[start + i] ?? 0;
      ring[start + i] = 0;
    }
  }
}
