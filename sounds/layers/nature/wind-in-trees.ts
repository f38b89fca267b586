import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { Foliage } from "../../../src/dsp/foliage.ts";
import { Gusts } from "../../../src/dsp/gusts.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { SmoothParam } from "../../../src/dsp/smooth-param.ts";
import { StereoNoise } from "../../../src/dsp/stereo-noise.ts";

type Name = "strength" | "gusts" | "needles";

const GAIN = 0.04;
/** Mean speed at strength 0 and its rise to 1, relative to a fair wind. */
const SPEED = { least: 0.76, rise: 1.75 };
/** Deviation of the speed's logarithm at gusts 0 and 1. */
const GUSTINESS = { least: 0.03, most: 0.2 };
/** Amplitude goes with this power of the speed. */
const LOUDNESS_POWER = 2;
/** A gust reaches the right ear's side so much later, seconds. */
const CROSSING_SECONDS = 0.6;

class TreesKernel extends BlockKernel<Name> {
  readonly #sampleRate: number;
  readonly #noise: StereoNoise;
  readonly #leftGusts: Gusts;
  readonly #rightGusts: Gusts;
  readonly #crossingFrames: number;
  readonly #strength: SmoothParam<Name>;
  readonly #gustiness: SmoothParam<Name>;
  readonly #needles: SmoothParam<Name>;
  readonly #left: Foliage;
  readonly #right: Foliage;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#sampleRate = sampleRate;
    this.#noise = new StereoNoise(seedFor(seed, "wind-in-trees/noise"), { coherentLows: { sampleRate } });
    // The same gusts, met at two times.
    this.#leftGusts = new Gusts(seedFor(seed, "wind-in-trees/gusts"));
    this.#rightGusts = new Gusts(seedFor(seed, "wind-in-trees/gusts"));
    this.#crossingFrames = Math.round(CROSSING_SECONDS * sampleRate);
    this.#strength = new SmoothParam("strength", sampleRate);
    this.#gustiness = new SmoothParam("gusts", sampleRate);
    this.#needles = new SmoothParam("needles", sampleRate);
    this.#left = new Foliage(sampleRate, BLOCK_FRAMES);
    this.#right = new Foliage(sampleRate, BLOCK_FRAMES);
  }

  protected start(): void {
    this.#noise.reset();
    this.#left.reset();
    this.#right.reset();
  }

  protected render(frame: number, paramAt: ParamAt<Name>): void {
    this.#strength.read(paramAt, frame);
    this.#gustiness.read(paramAt, frame);
    this.#needles.read(paramAt, frame);
    this.#noise.fill(this.left, this.right, frame / BLOCK_FRAMES);
    this.#leftGusts.read(frame, this.#sampleRate);
    this.#rightGusts.read(frame - this.#crossingFrames, this.#sampleRate);
    this.#side(this.#left, this.left, this.#leftGusts);
    this.#side(this.#right, this.right, this.#rightGusts);
  }

  #side(side: Foliage, samples: Float64Array, gusts: Gusts): void {
    const { speed, loudness } = side;
    speed.from = speedOf(this.#strength.from, this.#gustiness.from, gusts.from);
    speed.to = speedOf(this.#strength.to, this.#gustiness.to, gusts.to);
    loudness.from = GAIN * speed.from ** LOUDNESS_POWER;
    loudness.to = GAIN * speed.to ** LOUDNESS_POWER;
    side.needles = this.#needles.from;
    side.process(samples);
  }
}

/** @param deviations of the gusts */
function speedOf(strength: number, gusts: number, deviations: number): number {
  const gustiness = GUSTINESS.least + (GUSTINESS.most - GUSTINESS.least) * gusts;
  return SPEED.least * SPEED.rise ** strength * Math.exp(gustiness * deviations);
}

/**
 * Wind in the crowns of trees: boughs that rush, leaves that flutter in a wide band or needles that hum lower, louder
 * and brighter with every gust.
 * @source Loudness and pitch that follow a turbulent wind speed: the wind models of the Sound Design Toolkit (Baldan,
 * Delle Monache and Rocchesso, 2017).
 */
export const windInTrees = defineLayer({
  id: "wind-in-trees",
  family: "nature",
  character: "texture",
  params: {
    strength: { min: 0, max: 1, default: 0.5, unit: "" },
    gusts: { min: 0, max: 1, default: 0.25, unit: "" },
    needles: { min: 0, max: 1, default: 0.3, unit: "" },
  },
  macro: { calm: { strength: 0.1, gusts: 0.1 }, lively: { strength: 0.9, gusts: 0.8 } },
  settings: {
    poplars: { needles: 0 },
    pines: { needles: 0.9 },
    "autumn-gale": { strength: 0.9, gusts: 0.8 },
  },
  loudnessLufs: -18.6,
  prerollSeconds: 0.7,
  memorySeconds: 0,
  kernel: TreesKernel,
});
