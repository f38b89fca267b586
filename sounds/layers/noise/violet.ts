import { audibleBand } from "../../../src/dsp/audible-band.ts";
import { FilterChain } from "../../../src/dsp/filter-chain.ts";
import { defineLayer } from "../../../src/dsp/layer.ts";
import { NOISE_MACRO, NOISE_PARAMS, NoiseKernel } from "../../../src/dsp/noise-kernel.ts";
import { RisingFilter } from "../../../src/dsp/rising-filter.ts";

/**
 * Violet noise: gaussian noise, differentiated; thin and bright, +6.02 dB/octave up to 20 kHz.
 * @source the slope of white noise's derivative
 */
export const violet = defineLayer({
  id: "violet",
  family: "noise",
  character: "noise",
  params: NOISE_PARAMS,
  macro: NOISE_MACRO,
  loudnessLufs: -17.0,
  prerollSeconds: 0.1,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      const makeFilter = () => new FilterChain([new RisingFilter(sampleRate), audibleBand(sampleRate)]);
      const gain = 0.06 * Math.sqrt(sampleRate / 48_000);
      super(sampleRate, seed, { colour: "violet", makeFilter, gain, edgeHz: 4000 });
    }
  },
});
