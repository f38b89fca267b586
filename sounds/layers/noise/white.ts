import { defineLayer } from "../../../src/dsp/layer.ts";
import { NOISE_MACRO, NOISE_PARAMS, NoiseKernel } from "../../../src/dsp/noise-kernel.ts";

/**
 * White noise: gaussian, the same power in every Hz, whatever the sample rate.
 * @source Marsaglia and Tsang 2000, "The ziggurat method for generating random variables"
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
