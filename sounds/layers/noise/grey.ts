import { greyFilter } from "../../../src/dsp/grey-filter.ts";
import { defineLayer } from "../../../src/dsp/layer.ts";
import { NOISE_MACRO, NOISE_PARAMS, NoiseKernel } from "../../../src/dsp/noise-kernel.ts";

/**
 * Grey noise: white noise through the 40-phon loudness contour, so that no pitch stands out at a low level; lows at most
 * 24 dB above 1 kHz.
 * @source ISO 226:2003, equal-loudness contour of 40 phon
 */
export const grey = defineLayer({
  id: "grey",
  family: "noise",
  character: "noise",
  params: NOISE_PARAMS,
  macro: NOISE_MACRO,
  loudnessLufs: -13.4,
  prerollSeconds: 0.5,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      const makeFilter = () => greyFilter(sampleRate);
      const gain = 0.12 * Math.sqrt(sampleRate / 48_000);
      super(sampleRate, seed, { colour: "grey", makeFilter, gain, edgeHz: 1500 });
    }
  },
});
