import { BLOCK_FRAMES } from "./layer.ts";

/**
 * A slow control signal, once per block, under a raised-cosine window centred on its time: whatever the plan does, a
 * step becomes a raised-cosine edge of `edgeSeconds`. It depends on the plan and the frame alone.
 */
export class SoftControl {
  /** Value at the first frame of the block. */
  from = 0;
  /** Value at the first frame of the next block. */
  to = 0;
  readonly #valueAt: (frame: number) => number;
  readonly #window: Float64Array;
  readonly #values: Float64Array;
  readonly #aheadFrames: number;
  #oldest = 0;

  /** @param valueAt the control before smoothing, at an absolute frame */
  constructor(sampleRate: number, edgeSeconds: number, valueAt: (frame: number) => number) {
    const blocks = Math.ceil((edgeSeconds * sampleRate) / BLOCK_FRAMES);
    const window = Float64Array.from(
      { length: blocks },
      (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / blocks),
    );
    const sum = window.reduce((total, weight) => total + weight, 0);
    this.#window = window.map((weight) => weight / sum);
    this.#values = new Float64Array(blocks);
    this.#aheadFrames = (blocks >> 1) * BLOCK_FRAMES;
    this.#valueAt = valueAt;
  }

  /** Makes ready for the block that begins at `frame`. */
  start(frame: number): void {
    const blocks = this.#values.length;
    this.#oldest = 0;
    for (let index = 0; index < blocks; index++) {
      this.#values[index] = this.#valueAt(frame + this.#aheadFrames - (blocks - 1 - index) * BLOCK_FRAMES);
    }
    this.to = this.#average();
  }

  /** Sets `from` and `to` for the block that begins at `frame`, the next in order. */
  next(frame: number): void {
    this.from = this.to;
    this.#values[this.#oldest] = this.#valueAt(frame + BLOCK_FRAMES + this.#aheadFrames);
    this.#oldest = (this.#oldest + 1) % this.#values.length;
    this.to = this.#average();
  }

  /** Summed from the oldest on, so that rounding does not depend on where the kernel began. */
  #average(): number {
    const blocks = this.#values.length;
    let sum = 0;
    for (let index = 0; index < blocks; index++) {
      sum += (this.#window[index] ?? 0) * (this.#values[(this.#oldest + index) % blocks] ?? 0);
    }
    return sum;
  }
}
