import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { RainBed } from "../../../src/dsp/rain-bed.ts";
import { DROP_SECONDS, dropRate, RainDrops } from "../../../src/dsp/rain-drops.ts";
import { RainPatter } from "../../../src/dsp/rain-patter.ts";
import { RainWindow } from "../../../src/dsp/rain-window.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "intensity" | "surface";

const BED_GAIN = 0.05;
const PATTER_GAIN = 0.45;
/** In light rain all that falls near is softer, so that no tick stands out: dB at intensity 0, none from 0.5 on. */
const LIGHT_DB = -6;
const DROP_GAIN = 0.08;
/** Level of the far rain at intensity 0, its rise to intensity 1, and its slow drift (one deviation), dB. */
const BED_DB = { light: -8, rise: 13, drift: 0.4 };
/** The more drops, the farther off most of them fall. */
const DROP_DB = { light: 2, rise: -6 };
/** A deviation of the weather makes so many times more drops. */
const SHOWER = 1.15;
const WEATHER_SECONDS = { slowest: 40, fastest: 5 };

/** Far rain, patter and drops, driven by one weather. */
class RainKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #intensity: SmoothParam<Name>;
  readonly #surface: SmoothParam<Name>;
  readonly #weather: Weather;
  readonly #bed: RainBed;
  readonly #patter: RainPatter;
  readonly #drops: RainDrops;
  readonly #grains: GrainBuffer;
  readonly #window: RainWindow;
  readonly #nearLeft = new Float64Array(BLOCK_FRAMES);
  readonly #nearRight = new Float64Array(BLOCK_FRAMES);

  constructor(sampleRate: number, seed: number) {
    super();
    const { slowest, fastest } = WEATHER_SECONDS;
    this.#sampleRate = sampleRate;
    this.#intensity = new SmoothParam("intensity", sampleRate);
    this.#surface = new SmoothParam("surface", sampleRate);
    this.#weather = new Weather(seedFor(seed, "rain/weather"), slowest, fastest);
    this.#bed = new RainBed(seedFor(seed, "rain/bed"), sampleRate);
    this.#patter = new RainPatter(seedFor(seed, "rain/patter"), sampleRate);
    this.#drops = new RainDrops(seedFor(seed, "rain/drops"), sampleRate);
    this.#grains = new GrainBuffer(DROP_SECONDS, sampleRate);
    this.#window = new RainWindow(sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#bed.reset();
    this.#window.reset();
    this.#grains.reset();
    const blocks = Math.ceil((DROP_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) this.#fall(frame + block * BLOCK_FRAMES, paramAt);
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#fall(frame, paramAt);
    const bedFrom = this.#bedGain(frame, this.#intensity.from);
    const bedTo = this.#bedGain(frame + BLOCK_FRAMES, this.#intensity.to);
    this.#bed.render(left, right, frame, bedFrom, bedTo);
    this.#surface.read(paramAt, frame);
    this.#window.mix(left, right, this.#nearLeft, this.#nearRight, this.#surface);
  }

  /** Lets the drops of a block fall, large and small, and takes what is heard in it of all drops so far. */
  #fall(frame: number, paramAt: ParamAt<Name>): void {
    this.#intensity.read(paramAt, frame);
    const intensity = this.#intensity.from;
    const rate = dropRate(intensity) * SHOWER ** this.#weather.at(frame / this.#sampleRate);
    const near = LIGHT_DB * Math.max(0, 1 - 2 * intensity);
    const gain = DROP_GAIN * dbToGain(near + DROP_DB.light + DROP_DB.rise * intensity);
    this.#drops.write(this.#grains, frame / BLOCK_FRAMES, rate, gain);
    this.#patter.write(this.#grains, frame, intensity, PATTER_GAIN * dbToGain(near));
    this.#grains.take(this.#nearLeft, this.#nearRight, frame);
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
  character: "texture",
  params: {
    intensity: { min: 0, max: 1, default: 0.5, unit: "" },
    surface: { min: 0, max: 1, default: 0, unit: "", choices: ["open", "window"] },
  },
  macro: { calm: { intensity: 0.15 }, lively: { intensity: 0.9 } },
  settings: {
    drizzle: { intensity: 0.15 },
    "on-the-window": { intensity: 0.4, surface: 1 },
    downpour: { intensity: 0.95 },
  },
  loudnessLufs: -16.8,
  prerollSeconds: 0.7,
  memorySeconds: DROP_SECONDS,
  kernel: RainKernel,
});
