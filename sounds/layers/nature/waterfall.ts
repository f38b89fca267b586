import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { MovingResonator } from "../../../src/dsp/moving-resonator.ts";
import { PinkFilter } from "../../../src/dsp/pink-filter.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { StereoNoise } from "../../../src/dsp/stereo-noise.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "height" | "distance";

const GAIN = 0.025;
/**
 * Thousands of bubbles a second run together to noise, the large ones to the low band. Each band wavers by itself, by
 * less than 10 %. What a fall of full height adds to a band, and what distance takes from it, dB.
 */
const BANDS = [
  { hz: 110, db: -3, heightDb: 6, distanceDb: -2 },
  { hz: 330, db: 0, heightDb: 3, distanceDb: -2 },
  { hz: 1000, db: 0, heightDb: 0, distanceDb: -3 },
  { hz: 2900, db: -1.5, heightDb: -1, distanceDb: -6 },
  { hz: 7500, db: -4, heightDb: -2, distanceDb: -11 },
] as const;
const BAND_Q = 0.6;
const WAVER = 0.05;
const WAVER_SECONDS = { slowest: 4, fastest: 0.15 };

class WaterfallKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #noise: StereoNoise;
  readonly #pink = [new PinkFilter(), new PinkFilter()] as const;
  readonly #height: SmoothParam<Name>;
  readonly #distance: SmoothParam<Name>;
  readonly #bands: readonly Band[];
  readonly #leftNoise = new Float64Array(BLOCK_FRAMES);
  readonly #rightNoise = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seedFor(seed, "waterfall/noise"), { coherentLows: { sampleRate } });
    this.#height = new SmoothParam("height", sampleRate);
    this.#distance = new SmoothParam("distance", sampleRate);
    const { slowest, fastest } = WAVER_SECONDS;
    this.#bands = BANDS.map((band, index) => ({
      ...band,
      waver: new Weather(seedFor(seed, `waterfall/band ${index}`), slowest, fastest),
      left: new MovingResonator(BAND_Q, sampleRate),
      right: new MovingResonator(BAND_Q, sampleRate),
    }));
  }

  protected start(): void {
    this.#noise.reset();
    for (const filter of this.#pink) filter.reset();
    for (const { left, right } of this.#bands) {
      left.reset();
      right.reset();
    }
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#height.read(paramAt, frame);
    this.#distance.read(paramAt, frame);
    this.#noise.fill(this.#leftNoise, this.#rightNoise, frame / BLOCK_FRAMES);
    this.#pink[0].process(this.#leftNoise);
    this.#pink[1].process(this.#rightNoise);
    left.fill(0);
    right.fill(0);
    for (const band of this.#bands) {
      const from = this.#gain(band, frame, this.#height.from, this.#distance.from);
      const to = this.#gain(band, frame + BLOCK_FRAMES, this.#height.to, this.#distance.to);
      band.left.add(left, this.#leftNoise, band.hz, from, to);
      band.right.add(right, this.#rightNoise, band.hz, from, to);
    }
  }

  #gain(band: Band, frame: number, height: number, distance: number): number {
    const db = band.db + band.heightDb * (2 * height - 1) + band.distanceDb * (2 * distance - 1);
    return GAIN * dbToGain(db) * (1 + WAVER * band.waver.at(frame / this.#sampleRate));
  }
}

interface Band {
  readonly hz: number;
  readonly db: number;
  readonly heightDb: number;
  readonly distanceDb: number;
  readonly waver: Weather;
  readonly left: MovingResonator;
  readonly right: MovingResonator;
}

/**
 * A waterfall: five bands of noise, each wavering a little by itself, falling by 3 to 5 dB an octave above 500 Hz.
 * @source Bubbles too many to be told apart, van den Doel, "Physically based models for liquid sounds", 2005, taken to
 * their limit; bands and slope as the constants say.
 */
export const waterfall = defineLayer({
  id: "waterfall",
  family: "nature",
  character: "texture",
  params: {
    height: { min: 0, max: 1, default: 0.5, unit: "" },
    distance: { min: 0, max: 1, default: 0.5, unit: "" },
  },
  macro: { calm: { height: 0.4, distance: 0.95 }, lively: { height: 0.8, distance: 0.05 } },
  settings: {
    weir: { height: 0.1, distance: 0.35 },
    "forest-fall": {},
    "behind-the-hill": { height: 0.7, distance: 1 },
  },
  loudnessLufs: -17.9,
  prerollSeconds: 0.7,
  memorySeconds: 0,
  kernel: WaterfallKernel,
});
