import { defineLayer } from "../../../src/dsp/layer.ts";
import { NoiseKernel } from "../../../src/dsp/noise-kernel.ts";
import { PinkFilter } from "../../../src/dsp/pink-filter.ts";

/** Pink noise: the same power in every octave (-3.01 dB/octave). */
export const pink = defineLayer({
  id: "pink",
  family: "noise",
  character: "noise",
  params: {},
  macro: { calm: {}, lively: {} },
  loudnessLufs: -15.6,
  prerollSeconds: 0.7,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      super(sampleRate, seed, "pink", () => new PinkFilter(), 0.04);
    }
  },
});
