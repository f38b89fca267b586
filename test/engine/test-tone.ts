import {
  defineLayer,
  type Kernel,
  type LayerDefinition,
  type ParamAt,
  type ParamSpecs,
} from "../../src/dsp/layer.ts";

/** Level at which the tone reads -30 LUFS is set by calibration; the bare kernel is a full-scale sine over 4. */
const AMPLITUDE = 0.25;

class TestToneKernel implements Kernel {
  readonly #sampleRate: number;

  constructor(sampleRate: number) {
    this.#sampleRate = sampleRate;
  }

  process(
    left: Float32Array,
    right: Float32Array,
    frames: number,
    frameIndex: number,
    paramAt: ParamAt,
  ): void {
    const step = (2 * Math.PI * paramAt("hertz", frameIndex)) / this.#sampleRate;
    for (let i = 0; i < frames; i++) {
      left[i] = AMPLITUDE * Math.sin(step * (frameIndex + i));
      right[i] = left[i] ?? 0;
    }
  }
}

/** A sine, 1 kHz: what gains and fades are measured on. For tests. */
export const testTone: LayerDefinition = defineLayer<ParamSpecs>({
  id: "test-tone",
  family: "tone",
  character: "tone",
  params: { hertz: { min: 20, max: 20_000, default: 1000, unit: "Hz" } },
  macro: { calm: {}, lively: {} },
  loudnessLufs: -12.04,
  prerollSeconds: 0,
  memorySeconds: 0,
  kernel: TestToneKernel,
});
