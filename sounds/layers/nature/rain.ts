import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { ChoiceParam } from "../../../src/dsp/choice-param.ts";
import { dbToGain } from "../../../src/dsp/db.ts";
import { GrainBuffer } from "../../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES, defineLayer, EVENTS, type ParamAt } from "../../../src/dsp/layer.ts";
import { NoiseBand } from "../../../src/dsp/noise-band.ts";
import { dropRate, RainDrops } from "../../../src/dsp/rain-drops.ts";
import { RainPatter } from "../../../src/dsp/rain-patter.ts";
import { RainSurfaces, STRIKE_SECONDS, SURFACES } from "../../../src/dsp/rain-surfaces.ts";
import { Ramp } from "../../../src/dsp/ramp.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { SPLASH_SECONDS, Splash } from "../../../src/dsp/splash.ts";
import { Weather } from "../../../src/dsp/weather.ts";

type Name = "intensity" | "surface" | "events";

const BED_GAIN = 0.038;
/** The far rain, where all drops run together: pink noise in this band. */
const BED_HZ = { low: 300, high: 8000 };
const PATTER_GAIN = 0.65;
/** In light rain all that falls near is softer, so that no tick stands out: dB at intensity 0, none from 0.5 on. */
const LIGHT_DB = -7;
const DROP_GAIN = 0.125;
/** Level of the far rain at intensity 0, its rise to intensity 1, and its slow drift (one deviation), dB. */
const BED_DB = { light: -8, rise: 13, drift: 0.4 };
/** The more drops, the farther off most of them fall. */
const DROP_DB = { light: 2, rise: -6 };
/** A deviation of the weather makes so many times more drops. */
const SHOWER = 1.15;
const WEATHER_SECONDS = { slowest: 40, fastest: 5 };
/** How long a drop can sound from the moment it strikes, seconds. */
const DROP_SECONDS = Math.max(SPLASH_SECONDS, STRIKE_SECONDS);

/** Far rain, patter and drops, driven by one weather, and what the drops strike. */
class RainKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #intensity: SmoothParam<Name>;
  readonly #surface: ChoiceParam<Name>;
  readonly #weather: Weather;
  readonly #bed: NoiseBand;
  readonly #bedGain: Ramp = new Ramp();
  readonly #patter: RainPatter;
  readonly #drops: RainDrops;
  readonly #splash: Splash;
  readonly #grains: GrainBuffer;
  readonly #surfaces: RainSurfaces;
  readonly #near = { left: new Float64Array(BLOCK_FRAMES), right: new Float64Array(BLOCK_FRAMES) };

  constructor(sampleRate: number, seed: number) {
    super();
    const { slowest, fastest } = WEATHER_SECONDS;
    this.#sampleRate = sampleRate;
    this.#intensity = new SmoothParam("intensity", sampleRate);
    this.#surface = new ChoiceParam("surface", SURFACES.length, sampleRate);
    this.#weather = new Weather(seedFor(seed, "rain/weather"), slowest, fastest);
    this.#bed = new NoiseBand(seedFor(seed, "rain/bed"), BED_HZ, sampleRate);
    this.#patter = new RainPatter(seedFor(seed, "rain/patter"), sampleRate);
    this.#drops = new RainDrops(seedFor(seed, "rain/drops"), sampleRate);
    this.#splash = new Splash(sampleRate);
    this.#grains = new GrainBuffer(SPLASH_SECONDS, sampleRate);
    this.#surfaces = new RainSurfaces(seedFor(seed, "rain/surfaces"), sampleRate);
  }

  protected start(frame: number, paramAt: ParamAt<Name>): void {
    this.#bed.reset();
    this.#surfaces.reset();
    this.#grains.reset();
    const blocks = Math.ceil((DROP_SECONDS * this.#sampleRate) / BLOCK_FRAMES);
    for (let block = -blocks; block < 0; block++) {
      this.#fall(frame + block * BLOCK_FRAMES, paramAt);
      this.#surfaces.pass(frame + block * BLOCK_FRAMES);
    }
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    const { left, right } = this;
    this.#fall(frame, paramAt);
    this.#bedGain.from = bedGain(this.#intensity.from, this.#weather.from);
    this.#bedGain.to = bedGain(this.#intensity.to, this.#weather.to);
    this.#bed.render(left, right, frame, this.#bedGain);
    this.#surfaces.hear(left, right, this.#near, this.#surface, frame);
  }

  /** Lets the drops of a block fall, large and small, and takes what is heard in it of all drops so far. */
  #fall(frame: number, paramAt: ParamAt<Name>): void {
    this.#intensity.read(paramAt, frame);
    this.#surface.read(paramAt, frame);
    this.#weather.read(frame, this.#sampleRate);
    const intensity = this.#intensity.from;
    const near = LIGHT_DB * Math.max(0, 1 - 2 * intensity);
    const gain = DROP_GAIN * dbToGain(near + DROP_DB.light + DROP_DB.rise * intensity);
    const splashing = this.#surfaces.splashing(this.#surface);
    const drops = this.#drops;
    drops.rate = dropRate(intensity) * SHOWER ** this.#weather.from * paramAt("events", frame);
    this.#surfaces.gain = gain;
    this.#splash.gain = gain * splashing;
    const count = drops.draw(frame / BLOCK_FRAMES);
    for (let i = 0; i < count; i++) {
      drops.select(i);
      this.#surfaces.strike(drops, this.#surface);
      if (splashing > 0) this.#splash.write(this.#grains, drops);
    }
    this.#patter.intensity = intensity;
    this.#patter.gain = PATTER_GAIN * dbToGain(near);
    this.#patter.write(this.#grains, frame);
    this.#grains.take(this.#near.left, this.#near.right, frame);
  }
}

/** @param drift deviations of the weather */
function bedGain(intensity: number, drift: number): number {
  return BED_GAIN * dbToGain(BED_DB.light + BED_DB.rise * intensity + BED_DB.drift * drift);
}

/**
 * Rain, from a few drops to a downpour: a far bed of noise, a patter of small ticks, and drops near by that splash, ring
 * a bubble, or strike a window, leaves, a tent or a tin roof.
 * @source Bubbles: van den Doel, "Physically based models for liquid sounds", 2005. Window: after Farnell, "Designing
 * Sound", 2010.
 * @source Rates, bands and modes of the surfaces: docs/decisions/kernels.md and this file's constants.
 */
export const rain = defineLayer({
  id: "rain",
  family: "nature",
  character: "texture",
  params: {
    intensity: { min: 0, max: 1, default: 0.5, unit: "" },
    surface: { min: 0, max: SURFACES.length - 1, default: 0, unit: "", choices: SURFACES },
    events: EVENTS,
  },
  macro: { calm: { intensity: 0.15 }, lively: { intensity: 0.9 } },
  settings: {
    drizzle: { intensity: 0.15 },
    "on-the-window": { intensity: 0.4, surface: 1 },
    "on-the-roof": { intensity: 0.55, surface: 4 },
  },
  loudnessLufs: -18.4,
  prerollSeconds: 0.7,
  memorySeconds: DROP_SECONDS,
  kernel: RainKernel,
});
