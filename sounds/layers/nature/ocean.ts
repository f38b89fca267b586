import { BlockKernel } from "../../../src/dsp/block-kernel.ts";
import { FoamPops } from "../../../src/dsp/foam-pops.ts";
import { BLOCK_FRAMES, defineLayer, type ParamAt } from "../../../src/dsp/layer.ts";
import { type OceanParam, OceanSwell } from "../../../src/dsp/ocean-swell.ts";
import { seedFor } from "../../../src/dsp/seed-for.ts";
import { StereoNoise } from "../../../src/dsp/stereo-noise.ts";
import { Surf } from "../../../src/dsp/surf.ts";
import { WAVE_SECONDS } from "../../../src/dsp/wave-sets.ts";

const GAIN = 0.08;
const POP_GAIN = 4;

class OceanKernel extends BlockKernel<OceanParam> {
  readonly #noise: StereoNoise;
  readonly #swell: OceanSwell;
  readonly #pops: FoamPops;
  readonly #popsLeft = new Float64Array(BLOCK_FRAMES);
  readonly #popsRight = new Float64Array(BLOCK_FRAMES);
  readonly #surfLeft: Surf;
  readonly #surfRight: Surf;

  constructor(sampleRate: number, seed: number) {
    super();
    this.#noise = new StereoNoise(seedFor(seed, "ocean/noise"));
    this.#swell = new OceanSwell(seed, sampleRate);
    this.#pops = new FoamPops(seedFor(seed, "ocean/pops"), sampleRate);
    this.#pops.gain = POP_GAIN;
    this.#surfLeft = new Surf(sampleRate);
    this.#surfRight = new Surf(sampleRate);
  }

  protected start(): void {
    this.#pops.reset();
    this.#surfLeft.reset();
    this.#surfRight.reset();
  }

  protected render(frame: number, paramAt: ParamAt<OceanParam>): void {
    const { left, right } = this;
    this.#swell.read(paramAt, frame);
    this.#noise.fill(left, right, frame / BLOCK_FRAMES);
    this.#pops.foam = Math.max(this.#swell.left.foamFrom, this.#swell.right.foamFrom);
    this.#pops.render(this.#popsLeft, this.#popsRight, frame);
    this.#surfLeft.process(left, this.#popsLeft, this.#swell.left);
    this.#surfRight.process(right, this.#popsRight, this.#swell.right);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = GAIN * (left[i] ?? 0);
      right[i] = GAIN * (right[i] ?? 0);
    }
  }
}

/**
 * Waves on a beach: at three places sets of five to eight waves rise, break and leave foam that bursts, over the far sea;
 * with `breath` they rise as one breathes in and fall as one breathes out.
 * @source Swell comes every 6 to 14 s and in sets; how periods stray, cutoffs and decays are this project's own, as the constants
 * say, and measured beside recordings (docs/sounds).
 */
export const ocean = defineLayer({
  id: "ocean",
  family: "nature",
  character: "texture",
  params: {
    size: { min: 0, max: 1, default: 0.5, unit: "" },
    periodSeconds: { min: 6, max: 14, default: 9, unit: "s" },
    foam: { min: 0, max: 1, default: 0.5, unit: "" },
    breath: { min: 0, max: 1, default: 0, unit: "" },
    swell: { min: 0, max: 1, default: 0, unit: "", role: "breath" },
  },
  macro: {
    calm: { size: 0.1, periodSeconds: 12, foam: 0.2 },
    lively: { size: 0.9, periodSeconds: 7.5, foam: 0.8 },
  },
  settings: {
    "calm-bay": { size: 0, periodSeconds: 12, foam: 0.3 },
    beach: {},
    surf: { size: 1, periodSeconds: 8, foam: 0.8 },
  },
  loudnessLufs: -19.7,
  prerollSeconds: 0.7,
  memorySeconds: WAVE_SECONDS,
  kernel: OceanKernel,
});
