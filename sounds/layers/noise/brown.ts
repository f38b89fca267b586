import { BrownFilter } from "../../../src/dsp/brown-filter.ts";
import { defineLayer } from "../../../src/dsp/layer.ts";
import { NoiseKernel } from "../../../src/dsp/noise-kernel.ts";

/** Brown noise: deep, -6.02 dB/octave, held back below 20 Hz. */
export const brown = defineLayer({
  id: "brown",
  family: "noise",
  character: "noise",
  params: {},
  macro: { calm: {}, lively: {} },
  loudnessLufs: -22.9,
  prerollSeconds: 0.6,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      super(sampleRate, seed, "brown", () => new BrownFilter(sampleRate), 0.06);
    }
  },
});
