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
    const foam = Math.max(this.#swell.left.foamFrom, this.#swell.right.foamFrom);
    this.#pops.render(this.#popsLeft, this.#popsRight, frame, foam, POP_GAIN);
    this.#surfLeft.process(left, this.#popsLeft, this.#swell.left);
    this.#surfRight.process(right, this.#popsRight, this.#swell.right);
    for (let i = 0; i < BLOCK_FRAMES; i++) {
      left[i] = GAIN * (left[i] ?? 0);
      right[i] = GAIN * (right[i] ?? 0);
    }
  }
}

/** Waves on a beach; with `breath` they rise as one breathes in and fall as one breathes out. */
export const ocean = defineLayer({
  id: "ocean",
  family: "nature",
  character: "texture",
  params: {
    breath: { min: 0, max: 1, default: 0, unit: "" },
    swell: { min: 0, max: 1, default: 0, unit: "", role: "breath" },
  },
  macro: { calm: {}, lively: {} },
  loudnessLufs: -18.4,
  prerollSeconds: 0.7,
  memorySeconds: WAVE_SECONDS,
  kernel: OceanKernel,
});
