import { defineLayer } from "../../../src/dsp/layer.ts";
import { NOISE_MACRO, NOISE_PARAMS, NoiseKernel } from "../../../src/dsp/noise-kernel.ts";
import { PinkFilter } from "../../../src/dsp/pink-filter.ts";

/**
 * Pink noise: gaussian noise through six one-pole sections, the same power in every octave (-3.01 dB/octave).
 * @source Paul Kellet 1999, "refined" pink filter (music-dsp)
 */
export const pink = defineLayer({
  id: "pink",
  family: "noise",
  character: "noise",
  params: NOISE_PARAMS,
  macro: NOISE_MACRO,
  loudnessLufs: -15.6,
  prerollSeconds: 0.7,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      const makeFilter = () => new PinkFilter();
      super(sampleRate, seed, { colour: "pink", makeFilter, gain: 0.04, edgeHz: 700 });
    }
  },
});
