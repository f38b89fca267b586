import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { Gusts } from "../../../src/dsp/gusts.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { StereoNoise } from "../../../src/dsp/stereo-noise.ts";
import { WindSide } from "../../../src/dsp/wind-side.ts";

type Name = "strength" | "gusts" | "howl";

const GAIN = 0.08;
/** Mean speed at strength 0 and its rise to 1, relative to a fair wind. */
const SPEED = { least: 0.77, rise: 1.69 };
/** Deviation of the speed's logarithm at gusts 0 and 1. */
const GUSTINESS = { least: 0.05, most: 0.2 };
/** Amplitude goes with this power of the speed; with the band that opens, loudness goes with its cube. */
const LOUDNESS_POWER = 1.5;
/** A gust reaches the right ear's side so much later, seconds. */
const CROSSING_SECONDS = 0.6;

class WindKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #noise: StereoNoise;
  readonly #leftGusts: Gusts;
  readonly #rightGusts: Gusts;
  readonly #crossingFrames: number;
  readonly #strength: SmoothParam<Name>;
  readonly #gustiness: SmoothParam<Name>;
  readonly #howl: SmoothParam<Name>;
  readonly #left: WindSide;
  readonly #right: WindSide;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seedFor(seed, "wind/noise"), { coherentLows: { sampleRate } });
    // The same gusts, met at two times.
    this.#leftGusts = new Gusts(seedFor(seed, "wind/gusts"));
    this.#rightGusts = new Gusts(seedFor(seed, "wind/gusts"));
    this.#crossingFrames = Math.round(CROSSING_SECONDS * sampleRate);
    this.#strength = new SmoothParam("strength", sampleRate);
    this.#gustiness = new SmoothParam("gusts", sampleRate);
    this.#howl = new SmoothParam("howl", sampleRate);
    this.#left = new WindSide(sampleRate, BLOCK_FRAMES);
    this.#right = new WindSide(sampleRate, BLOCK_FRAMES);
  }

  protected start(): void {
    this.#noise.reset();
    this.#left.reset();
    this.#right.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#strength.read(paramAt, frame);
    this.#gustiness.read(paramAt, frame);
    this.#howl.read(paramAt, frame);
    this.#noise.fill(this.left, this.right, frame / BLOCK_FRAMES);
    this.#leftGusts.read(frame, this.#sampleRate);
    this.#rightGusts.read(frame - this.#crossingFrames, this.#sampleRate);
    this.#side(this.#left, this.left, this.#leftGusts);
    this.#side(this.#right, this.right, this.#rightGusts);
  }

  #side(side: WindSide, samples: Float64Array, gusts: Gusts): void {
    const { speed, loudness } = side;
    speed.from = speedOf(this.#strength.from, this.#gustiness.from, gusts.from);
    speed.to = speedOf(this.#strength.to, this.#gustiness.to, gusts.to);
    loudness.from = GAIN * speed.from ** LOUDNESS_POWER;
    loudness.to = GAIN * speed.to ** LOUDNESS_POWER;
    side.whistling = this.#howl.from;
    side.process(samples);
  }
}

/** @param deviations of the gusts */
function speedOf(strength: number, gusts: number, deviations: number): number {
  const gustiness = GUSTINESS.least + (GUSTINESS.most - GUSTINESS.least) * gusts;
  return SPEED.least * SPEED.rise ** strength * Math.exp(gustiness * deviations);
}

/**
 * Wind around a house: a rush of air whose loudness and pitch follow the gusts, and a soft whistling in chinks and wires.
 * @source Wide resonance at 800 Hz, whistling in proportion to the speed: the wind models of the Sound Design Toolkit
 * (Baldan, Delle Monache and Rocchesso, 2017).
 */
export const wind = defineLayer({
  id: "wind",
  family: "nature",
  character: "texture",
  params: {
    strength: { min: 0, max: 1, default: 0.5, unit: "" },
    gusts: { min: 0, max: 1, default: 0.4, unit: "" },
    howl: { min: 0, max: 1, default: 0.2, unit: "" },
  },
  macro: {
    calm: { strength: 0.15, gusts: 0.15, howl: 0 },
    lively: { strength: 0.85, gusts: 0.8, howl: 0.4 },
  },
  settings: {
    breeze: { strength: 0.15, gusts: 0.35, howl: 0 },
    "round-the-house": { howl: 0.5 },
    storm: { strength: 0.95, gusts: 0.8, howl: 0.4 },
  },
  loudnessLufs: -20.6,
  prerollSeconds: 1.5,
  memorySeconds: 0,
  kernel: WindKernel,
});
