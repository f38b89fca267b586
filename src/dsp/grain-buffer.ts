import { BLOCK_FRAMES } from "./layer.ts";

/** Sound reaches the farther ear this much later from straight aside, seconds. */
const EAR_DELAY_SECONDS = 0.0004;

/**
 * Overlap-add of short sounds. Each grain is written whole at the block in which it begins, in the order of the
 * schedule, so that a frame's sum has the same terms in the same order wherever rendering began.
 */
export class GrainBuffer {
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  readonly #mask: number;
  readonly #earDelay: number;

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

  /**
   * Adds a mono grain that begins at `frame`.
   * @param pan -1 left .. 1 right: equal power, and a delay of the farther ear
   */
  add(grain: Float64Array, length: number, frame: number, gain: number, pan: number): void {
    const angle = (pan + 1) * 0.25 * Math.PI;
    const delay = Math.round(pan * this.#earDelay);
    const start = Math.round(frame);
    this.#addTo(this.#left, grain, length, start + Math.max(0, delay), gain * Math.cos(angle));
    this.#addTo(this.#right, grain, length, start + Math.max(0, -delay), gain * Math.sin(angle));
  }

  #addTo(ring: Float64Array, grain: Float64Array, length: number, start: number, gain: number): void {
    const mask = this.#mask;
    for (let i = 0; i < length; i++) {
      const at = (start + i) & mask;
      ring[at] = (ring[at] ?? 0) + gain * (grain[i] ?? 0);
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
