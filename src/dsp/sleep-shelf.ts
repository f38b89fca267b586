import { BUTTERWORTH_Q } from "./biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { snap } from "./snap.ts";

/** Its cut-off while awake: above what is heard. */
export const SHELF_OPEN_HZ = 20_000;

/**
 * The sleep shelf: a second-order Butterworth low-pass whose cut-off sinks over minutes, one step a block, stereo: the
 * trapezoidal state variable filter (Zavalishin, "The Art of VA Filter Design", 2018, 4.2), which stays quiet while its
 * coefficients change. Allocates nothing after construction.
 */
export class SleepShelf {
  /** Cut-off of the next block, Hz; from half the sample rate on nothing is taken away. */
  hz = SHELF_OPEN_HZ;
  readonly #sampleRate: number;
  #reckonedHz = Number.NaN;
  #g = 0;
  #take = 0;
  #leftBand = 0;
  #leftLow = 0;
  #rightBand = 0;
  #rightLow = 0;

  /** @param sampleRate frames per second */
  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  /** Filters one block in place. @param first its first frame in the arrays */
  process(left: Float32Array, right: Float32Array, first: number): void {
    if (this.hz >= this.#sampleRate / 2) return;
    if (this.hz !== this.#reckonedHz) this.#reckon();
    const g = this.#g;
    const take = this.#take;
    let leftBand = this.#leftBand;
    let leftLow = this.#leftLow;
    let rightBand = this.#rightBand;
    let rightLow = this.#rightLow;
    const end = first + BLOCK_FRAMES;
    for (let i = first; i < end; i++) {
      const leftNow = take * (leftBand + g * ((left[i] ?? 0) - leftLow));
      const rightNow = take * (rightBand + g * ((right[i] ?? 0) - rightLow));
      const leftOut = leftLow + g * leftNow;
      const rightOut = rightLow + g * rightNow;
      leftBand = 2 * leftNow - leftBand;
      rightBand = 2 * rightNow - rightBand;
      leftLow = 2 * leftOut - leftLow;
      rightLow = 2 * rightOut - rightLow;
      left[i] = leftOut;
      right[i] = rightOut;
    }
    this.#leftBand = snap(leftBand);
    this.#leftLow = snap(leftLow);
    this.#rightBand = snap(rightBand);
    this.#rightLow = snap(rightLow);
  }

  #reckon(): void {
    this.#reckonedHz = this.hz;
    this.#g = Math.tan((Math.PI * this.hz) / this.#sampleRate);
    this.#take = 1 / (1 + this.#g * (this.#g + 1 / BUTTERWORTH_Q));
  }
}
