import { audibleBand } from "../../../src/dsp/audible-band.ts";
import { FilterChain } from "../../../src/dsp/filter-chain.ts";
import { defineLayer } from "../../../src/dsp/layer.ts";
import { NOISE_MACRO, NOISE_PARAMS, NoiseKernel } from "../../../src/dsp/noise-kernel.ts";
import { PinkFilter } from "../../../src/dsp/pink-filter.ts";
import { RisingFilter } from "../../../src/dsp/rising-filter.ts";

/**
 * Blue noise: pink noise, differentiated; light and airy, +3.01 dB/octave up to 20 kHz.
 * @source Paul Kellet 1999, "refined" pink filter (music-dsp), and a difference
 */
export const blue = defineLayer({
  id: "blue",
  family: "noise",
  character: "noise",
  params: NOISE_PARAMS,
  macro: NOISE_MACRO,
  loudnessLufs: -10.2,
  prerollSeconds: 0.7,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      const makeFilter = () =>
        new FilterChain([new PinkFilter(), new RisingFilter(sampleRate), audibleBand(sampleRate)]);
      super(sampleRate, seed, { colour: "blue", makeFilter, gain: 0.1, edgeHz: 2500 });
    }
  },
});
