import { defineLayer } from "../../../src/dsp/layer.ts";
import { NoiseKernel } from "../../../src/dsp/noise-kernel.ts";

/** White noise: the same power in every Hz, whatever the sample rate. */
export const white = defineLayer({
  id: "white",
  family: "noise",
  character: "noise",
  params: {},
  macro: { calm: {}, lively: {} },
  loudnessLufs: -13.9,
  prerollSeconds: 0,
  memorySeconds: 0,
  kernel: class extends NoiseKernel {
    constructor(sampleRate: number, seed: number) {
      super(sampleRate, seed, "white", null, 0.1 * Math.sqrt(sampleRate / 48_000));
    }
  },
});
