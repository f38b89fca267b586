import { Biquad } from "../../../src/dsp/biquad.ts";
import { FilterChain } from "../../../src/dsp/filter-chain.ts";
import { defineLayer } from "../../../src/dsp/layer.ts";
import { matchedBandPass } from "../../../src/dsp/matched-biquad.ts";
import { NOISE_MACRO, NOISE_PARAMS, NoiseKernel } from "../../../src/dsp/noise-kernel.ts";
import { PinkFilter } from "../../../src/dsp/pink-filter.ts";

/**
 * Green noise, which no standard defines: pink noise with its middle kept, by a broad band-pass at 500 Hz, Q 0.6.
 * @source our own definition; the band-pass as in Martin Vicanek 2016, "Matched Second Order Digital Filters"
 */
export const green = defineLayer({
  id: "green",
  family: "noise",
  character: "noise",
  params: NOISE_PARAMS,
  macro: NOISE_MACRO,
  loudnessLufs: -16.7,
  prerollSeconds: 0.7,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      const makeFilter = () =>
        new FilterChain([new PinkFilter(), new Biquad(matchedBandPass(500, 0.6, sampleRate))]);
      super(sampleRate, seed, { colour: "green", makeFilter, gain: 0.08, edgeHz: 350 });
    }
  },
});
