import { EndGate } from "../../dsp/end-gate.ts";
import { Limiter } from "../../dsp/limiter.ts";
import { LIMITER_PROCESSOR, type LimiterMessage, type LimiterProcessorOptions } from "./messages.ts";

/**
 * Registers the last thing that a night passes through: the look-ahead limiter of src/dsp, and behind it the gate that
 * shuts at the night's last frame. Stereo in, stereo out.
 */
export function registerLimiterProcessor(): void {
  class LimiterProcessor extends AudioWorkletProcessor {
    readonly #limiter: Limiter;
    readonly #gate = new EndGate(sampleRate);
    readonly #silence = new Float32Array(128);
    #largestReductionDb = 0;
    #stopped = false;

    constructor(options: { processorOptions: LimiterProcessorOptions }) {
      super();
      this.#limiter = new Limiter(sampleRate, { ceilingDb: options.processorOptions.ceilingDb });
      this.port.onmessage = ({ data }: MessageEvent<LimiterMessage>) => {
        if (data.kind === "stop") this.#stopped = true;
        // What the limiter still holds back at the end is let out.
        else if (data.kind === "until") this.#gate.untilFrame = data.untilFrame + this.#limiter.latencyFrames;
        else {
          this.port.postMessage({ reductionDb: this.#largestReductionDb });
          this.#largestReductionDb = 0;
        }
      };
    }

    process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
      if (this.#stopped) return false;
      const [outLeft, outRight] = outputs[0] ?? [];
      if (!outLeft || !outRight) return true;
      const [left = this.#silence, right = left] = inputs[0] ?? [];
      this.#limiter.process(left, right, outLeft, outRight, outLeft.length);
      this.#gate.process(outLeft, outRight, currentFrame);
      this.#largestReductionDb = Math.max(this.#largestReductionDb, this.#limiter.reductionDb);
      return true;
    }
  }
  registerProcessor(LIMITER_PROCESSOR, LimiterProcessor);
}
