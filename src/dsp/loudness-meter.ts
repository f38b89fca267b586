import { gatedLufs, MOMENTARY_SECONDS, toLufs } from "./loudness.ts";
import { StereoKWeighting } from "./loudness-weighting.ts";

/** Distance between two values of momentary loudness, seconds. */
export const METER_HOP_SECONDS = 0.05;

const HOPS_IN_WINDOW = Math.round(MOMENTARY_SECONDS / METER_HOP_SECONDS);

/** The loudness of {@link integratedLufs} and {@link momentaryLufs} for a stereo sound that comes in pieces. */
export class LoudnessMeter {
  readonly #weighting: StereoKWeighting;
  readonly #hopFrames: number;
  readonly #hops: number[] = [];
  #energy = 0;
  #filled = 0;

  /** @param sampleRate frames per second */
  constructor(sampleRate: number) {
    this.#weighting = new StereoKWeighting(sampleRate);
    this.#hopFrames = Math.round(METER_HOP_SECONDS * sampleRate);
  }

  /** Takes the next piece: left and right, equally long. */
  add([left, right]: readonly [Float32Array, Float32Array]): void {
    for (let from = 0; from < left.length; ) {
      const to = Math.min(left.length, from + this.#hopFrames - this.#filled);
      this.#energy += this.#weighting.energy(left, right, from, to);
      this.#filled += to - from;
      from = to;
      if (this.#filled < this.#hopFrames) break;
      this.#hops.push(this.#energy / this.#hopFrames);
      this.#energy = 0;
      this.#filled = 0;
    }
  }

  /** Weighted power of each whole 400 ms window so far, one every 50 ms. */
  powers(): Float64Array {
    const powers = new Float64Array(Math.max(0, this.#hops.length - HOPS_IN_WINDOW + 1));
    for (let index = 0; index < powers.length; index++) {
      for (let hop = 0; hop < HOPS_IN_WINDOW; hop++) {
        powers[index] = (powers[index] ?? 0) + (this.#hops[index + hop] ?? 0) / HOPS_IN_WINDOW;
      }
    }
    return powers;
  }

  /** Momentary loudness, LUFS, not gated: value i is measured over the 400 ms that begin at i x 50 ms. */
  momentary(): Float64Array {
    return this.powers().map(toLufs);
  }

  /**
   * Integrated loudness of what has come, LUFS; -Infinity where nothing passes the gates.
   * @param firstSeconds of the beginning alone; by default of all
   */
  integrated(firstSeconds = Number.POSITIVE_INFINITY): number {
    const windows = Math.round((firstSeconds - MOMENTARY_SECONDS) / METER_HOP_SECONDS) + 1;
    return gatedLufs(this.powers().filter((_, index) => index % 2 === 0 && index < windows));
  }
}
