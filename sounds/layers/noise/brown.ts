import { BrownFilter } from "../../../src/dsp/brown-filter.ts";
import { defineLayer } from "../../../src/dsp/layer.ts";
import { NOISE_MACRO, NOISE_PARAMS, NoiseKernel } from "../../../src/dsp/noise-kernel.ts";

/**
 * Brown noise: gaussian noise, integrated; deep, -6.02 dB/octave, held back below 20 Hz.
 * @source the slope of Brownian motion, of which white noise is the derivative
 */
export const brown = defineLayer({
  id: "brown",
  family: "noise",
  character: "noise",
  params: NOISE_PARAMS,
  macro: NOISE_MACRO,
  loudnessLufs: -22.8,
  prerollSeconds: 0.6,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      const makeFilter = () => new BrownFilter(sampleRate);
      super(sampleRate, seed, { colour: "brown", makeFilter, gain: 0.06, edgeHz: 150 });
    }
  },
});
