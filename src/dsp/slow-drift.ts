import { BLOCK_FRAMES } from "./layer.ts";
import type { Weather } from "./weather.ts";

/** A drift is looked up at knots so many frames apart, 4 s at 48 kHz, and runs straight between them. */
const KNOT_FRAMES = 1536 * BLOCK_FRAMES;

/** A weather that takes many seconds to turn, read block by block at next to no cost. */
export class SlowDrift {
  /** Value at the first frame of the block. */
  from = 0;
  /** Value at the first frame of the next block. */
  to = 0;
  readonly #weather: Weather;
  readonly #sampleRate: number;
  #knot = Number.NaN;
  #knotFrom = 0;
  #knotTo = 0;

  constructor(weather: Weather, sampleRate: number) {
    this.#weather = weather;
    this.#sampleRate = sampleRate;
  }

  /** Sets `from` and `to` for the block that begins at `frame`. */
  read(frame: number): void {
    const knot = Math.floor(frame / KNOT_FRAMES);
    if (knot !== this.#knot) {
      this.#knotFrom = knot === this.#knot + 1 ? this.#knotTo : this.#at(knot);
      this.#knotTo = this.#at(knot + 1);
      this.#knot = knot;
    }
    const slope = (this.#knotTo - this.#knotFrom) / KNOT_FRAMES;
    const into = frame - knot * KNOT_FRAMES;
    this.from = this.#knotFrom + slope * into;
    this.to = this.#knotFrom + slope * (into + BLOCK_FRAMES);
  }

  #at(knot: number): number {
    return this.#weather.at((knot * KNOT_FRAMES) / this.#sampleRate);
  }
}
