import { BLOCK_FRAMES } from "./layer.ts";
import { OnePole } from "./one-pole.ts";
import { PinkFilter } from "./pink-filter.ts";
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
    this.#left.process(left);
    this.#right.process(right);
    const step = (gainTo - gainFrom) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const gain = gainFrom + step * i;
      left[i] = gain * (left[i] ?? 0);
      right[i] = gain * (right[i] ?? 0);
    }
  }
}

class BedSide {
  readonly #pink = new PinkFilter();
  readonly #low: OnePole;
  readonly #high: OnePole;

  constructor(sampleRate: number) {
    this.#low = new OnePole(BAND_HZ.low, sampleRate);
    this.#high = new OnePole(BAND_HZ.high, sampleRate);
  }

  reset(): void {
    this.#pink.reset();
    this.#low.reset();
    this.#high.reset();
  }

  process(samples: Float64Array): void {
    this.#pink.process(samples);
    this.#low.highPass(samples);
    this.#high.process(samples);
  }
}
