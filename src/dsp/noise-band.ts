import { BedPinkFilter } from "./bed-pink-filter.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { onePoleGain } from "./one-pole.ts";
import type { Ramp } from "./ramp.ts";
import { snap } from "./snap.ts";
import { StereoNoise } from "./stereo-noise.ts";

/** Stereo pink noise between two first-order slopes, as distance and air make them: the far part of many sounds. */
export class NoiseBand {
  readonly #noise: StereoNoise;
  readonly #left: BandSide;
  readonly #right: BandSide;

  /** @param band where the slopes begin, Hz */
  constructor(seed: number, band: { readonly low: number; readonly high: number }, sampleRate: number) {
    this.#noise = new StereoNoise(seed);
    this.#left = new BandSide(band, sampleRate);
    this.#right = new BandSide(band, sampleRate);
  }

  reset(): void {
    this.#noise.reset();
    this.#left.reset();
    this.#right.reset();
  }

  /** Writes the block that begins at `frame`. */
  render(left: Float64Array, right: Float64Array, frame: number, gain: Ramp): void {
    this.#noise.fill(left, right, frame / BLOCK_FRAMES);
    this.#left.process(left, gain);
    this.#right.process(right, gain);
  }
}

class BandSide {
  readonly #pink = new BedPinkFilter();
  readonly #lowGain: number;
  readonly #highGain: number;
  #low = 0;
  #high = 0;

  constructor(band: { readonly low: number; readonly high: number }, sampleRate: number) {
    this.#lowGain = onePoleGain(band.low, sampleRate);
    this.#highGain = onePoleGain(band.high, sampleRate);
  }

  reset(): void {
    this.#pink.reset();
    this.#low = this.#high = 0;
  }

  process(samples: Float64Array, gain: Ramp): void {
    this.#pink.process(samples);
    const lowTake = 2 * this.#lowGain;
    const lowKeep = 1 - lowTake;
    const highTake = 2 * this.#highGain;
    const highKeep = 1 - highTake;
    const gainFrom = 0.5 * gain.from;
    const gainStep = (0.5 * gain.to - gainFrom) / BLOCK_FRAMES;
    let low = this.#low;
    let high = this.#high;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const pink = samples[i] ?? 0;
      const lowNext = lowKeep * low + lowTake * pink;
      const highNext = highKeep * high + highTake * (pink - 0.5 * (low + lowNext));
      samples[i] = (gainFrom + gainStep * i) * (high + highNext);
      low = lowNext;
      high = highNext;
    }
    this.#low = snap(low);
    this.#high = snap(high);
  }
}
