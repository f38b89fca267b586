import { BLOCK_FRAMES } from "./layer.ts";
import { onePoleGain } from "./one-pole.ts";
import { PinkFilter } from "./pink-filter.ts";
import { snap } from "./snap.ts";
import { StereoNoise } from "./stereo-noise.ts";

/** Band of the far rain, Hz: first-order slopes on either side, as distance and air make them. */
const BAND_HZ = { low: 400, high: 8000 };

/** The far rain, where all drops run together: pink noise between 400 Hz and 8 kHz. */
export class RainBed {
  readonly #noise: StereoNoise;
  readonly #left: BedSide;
  readonly #right: BedSide;

  constructor(seed: number, sampleRate: number) {
    this.#noise = new StereoNoise(seed);
    this.#left = new BedSide(sampleRate);
    this.#right = new BedSide(sampleRate);
  }

  reset(): void {
    this.#left.reset();
    this.#right.reset();
  }

  /** Writes the block that begins at `frame`. @param gainFrom gain at its first frame @param gainTo at the next block's */
  render(left: Float64Array, right: Float64Array, frame: number, gainFrom: number, gainTo: number): void {
    this.#noise.fill(left, right, frame / BLOCK_FRAMES);
    this.#left.process(left, gainFrom, gainTo);
    this.#right.process(right, gainFrom, gainTo);
  }
}

class BedSide {
  readonly #pink = new PinkFilter();
  readonly #lowGain: number;
  readonly #highGain: number;
  #low = 0;
  #high = 0;

  constructor(sampleRate: number) {
    this.#lowGain = onePoleGain(BAND_HZ.low, sampleRate);
    this.#highGain = onePoleGain(BAND_HZ.high, sampleRate);
  }

  reset(): void {
    this.#pink.reset();
    this.#low = this.#high = 0;
  }

  process(samples: Float64Array, gainFrom: number, gainTo: number): void {
    this.#pink.process(samples);
    const lowGain = this.#lowGain;
    const highGain = this.#highGain;
    const gainStep = (gainTo - gainFrom) / BLOCK_FRAMES;
    let low = this.#low;
    let high = this.#high;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const pink = samples[i] ?? 0;
      const lowStep = lowGain * (pink - low);
      const highStep = highGain * (pink - low - lowStep - high);
      samples[i] = (gainFrom + gainStep * i) * (high + highStep);
      low += 2 * lowStep;
      high += 2 * highStep;
    }
    this.#low = snap(low);
    this.#high = snap(high);
  }
}
