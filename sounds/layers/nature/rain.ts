import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { RainBed } from "../../../src/dsp/rain-bed.ts";
import { DROP_SECONDS, dropRate, RainDrops } from "../../../src/dsp/rain-drops.ts";
import { RainWindow } from "../../../src/dsp/rain-window.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { StereoNoise } from "../../../src/dsp/stereo-noise.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "intensity" | "surface";

const BED_GAIN = 0.05;
/** Level of the far rain at intensity 0, its rise to intensity 1, and its slow drift (one deviation), dB. */
const BED_DB = { light: -8, rise: 13, drift: 1 };
const DROP_GAIN = 0.1;
/** The more drops, the farther off most of them fall. */
const DROP_DB = { light: 2, rise: -6 };
/** A deviation of the weather makes so many times more drops. */
const SHOWER = 1.3;

class RainKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #intensity: SmoothParam<Name>;
  readonly #surface: SmoothParam<Name>;
  readonly #weather: Weather;
  readonly #noise: StereoNoise;
  readonly #bedLeft: RainBed;
  readonly #bedRight: RainBed;
  readonly #drops: RainDrops;
  readonly #grains: GrainBuffer;
  readonly #dropsLeft = new Float64Array(BLOCK_FRAMES);
  readonly #dropsRight = new Float64Array(BLOCK_FRAMES);
  readonly #window: RainWindow;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#intensity = new SmoothParam("intensity", sampleRate);
    this.#surface = new SmoothParam("surface", sampleRate);
    this.#weather = new Weather(seedFor(seed, "rain/weather"), 60, 5);
    this.#noise = new StereoNoise(seedFor(seed, "rain/bed"));
    this.#bedLeft = new RainBed(sampleRate);
    this.#bedRight = new RainBed(sampleRate);
    this.#drops = new RainDrops(seedFor(seed, "rain/drops"), sampleRate);
    this.#grains = new GrainBuffer(DROP_SECONDS, sampleRate);
    this.#window = new RainWindow(sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#bedLeft.reset();
    this.#bedRight.reset();
    this.#window.reset();
    this.#grains.reset();
    const blocks = Math.ceil((DROP_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#fall(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#noise.fill(left, right, frame / BLOCK_FRAMES);
    this.#bedLeft.process(left);
    this.#bedRight.process(right);
    this.#fall(frame, paramAt);
    const from = this.#bedGain(frame, this.#intensity.from);
    const step = (this.#bedGain(frame + BLOCK_FRAMES, this.#intensity.to) - from) / BLOCK_FRAMES;
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      const gain = from + step * i;
      left[i] = gain * (left[i] ?? 0);
      right[i] = gain * (right[i] ?? 0);
    }
    this.#surface.read(paramAt, frame, BLOCK_FRAMES);
    this.#window.mix(left, right, this.#dropsLeft, this.#dropsRight, this.#surface);
  }

  /** Lets the drops of a block fall and takes what is heard in it of all drops. */
  #fall(frame: number, paramAt: ParamAt<Name>): void {
    this.#intensity.read(paramAt, frame, BLOCK_FRAMES);
    const intensity = this.#intensity.from;
    const rate = dropRate(intensity) * SHOWER ** this.#weather.at(frame / this.#sampleRate);
    const gain = DROP_GAIN * dbToGain(DROP_DB.light + DROP_DB.rise * intensity);
    this.#drops.write(this.#grains, frame / BLOCK_FRAMES, rate, gain);
    this.#grains.take(this.#dropsLeft, this.#dropsRight, frame);
  }

  #bedGain(frame: number, intensity: number): number {
    const drift = BED_DB.drift * this.#weather.at(frame / this.#sampleRate);
    return BED_GAIN * dbToGain(BED_DB.light + BED_DB.rise * intensity + drift);
  }
}

/** Rain, from a few drops to a downpour, in the open or behind the window that it strikes. */
export const rain = defineLayer({
  id: "rain",
  family: "nature",
  params: {
    intensity: { min: 0, max: 1, default: 0.5, unit: "" },
    surface: { min: 0, max: 1, default: 0, unit: "", choices: ["open", "window"] },
  },
  loudnessLufs: -19.4,
  prerollSeconds: 1,
  memorySeconds: DROP_SECONDS,
  kernel: RainKernel,
});
