import { lowPass } from "./biquad.ts";
import { CoupledBiquad } from "./coupled-biquad.ts";
import { BLOCK_FRAMES } from "./layer.ts";
import { OnePole } from "./one-pole.ts";
import { StereoNoise } from "./stereo-noise.ts";

/** What a body lets through of all the sounds around and within it: white noise through a third-order low-pass. */
export class BodyNoise {
  readonly #noise: StereoNoise;
  readonly #filters: readonly [CoupledBiquad, CoupledBiquad];
  readonly #skins: readonly [OnePole, OnePole];

  /**
   * @param gain density of the white noise, as its standard deviation at 48 kHz
   * @param cutoffHz from there on 12 dB/octave
   * @param skinHz from there on 18 dB/octave
   */
  constructor(seed: number, sampleRate: number, gain: number, cutoffHz: number, skinHz: number) {
    const filter = () => new CoupledBiquad(lowPass(cutoffHz, Math.SQRT1_2, sampleRate));
    const density = gain * Math.sqrt(sampleRate / 48_000);
    this.#noise = new StereoNoise(seed, { coherentLows: { sampleRate }, gain: density });
    this.#filters = [filter(), filter()];
    this.#skins = [new OnePole(skinHz, sampleRate), new OnePole(skinHz, sampleRate)];
  }

  reset(): void {
    this.#noise.reset();
    for (const filter of this.#filters) filter.reset();
    for (const skin of this.#skins) skin.reset();
  }

  /** Fills the block that begins at `frame`. */
  fill(left: Float64Array, right: Float64Array, frame: number): void {
    this.#noise.fill(left, right, frame / BLOCK_FRAMES);
    this.#filters[0].process(left);
    this.#filters[1].process(right);
    this.#skins[0].process(left);
    this.#skins[1].process(right);
  }
}
