import { defineLayer } from "../../../src/dsp/layer.ts";
import { NOISE_MACRO, NOISE_PARAMS, NoiseKernel } from "../../../src/dsp/noise-kernel.ts";

/**
 * White noise: gaussian, the same power in every Hz, whatever the sample rate.
 * @source inversion of the normal distribution by a table; its tails after Marsaglia 1964, "Generating a variable from the tail of the normal distribution"
 */
export const white = defineLayer({
  id: "white",
  family: "noise",
  character: "noise",
  params: NOISE_PARAMS,
  macro: NOISE_MACRO,
  loudnessLufs: -13.9,
  prerollSeconds: 0.1,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      const gain = 0.1 * Math.sqrt(sampleRate / 48_000);
      super(sampleRate, seed, { colour: "white", makeFilter: null, gain, edgeHz: 1500 });
    }
  },
});
