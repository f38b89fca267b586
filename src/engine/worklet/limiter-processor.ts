import { EndGate } from "../../dsp/end-gate.ts";
import { Limiter } from "../../dsp/limiter.ts";
import { NightCeiling } from "../../dsp/night-ceiling.ts";
import { LIMITER_PROCESSOR, type LimiterMessage, type LimiterProcessorOptions } from "./messages.ts";
import { SILENCE } from "./silence.ts";

/**
 * Registers the last thing that a night passes through: the loudness it may not pass, the look-ahead limiter, and the
 * gate that shuts at the night's last frame. Stereo in, stereo out.
 */
export function registerLimiterProcessor(): void {
  class LimiterProcessor extends AudioWorkletProcessor {
    #limiter: Limiter;
    readonly #ceiling = new NightCeiling(sampleRate);
    readonly #gate = new EndGate(sampleRate);
    #largestReductionDb = 0;
    #stopped = false;
    /** Whether the next quantum is taken for silence. */
    #isDeaf = false;

    constructor({ processorOptions }: { processorOptions: LimiterProcessorOptions }) {
      super();
      this.#limiter = new Limiter(sampleRate, processorOptions);
      this.#ceiling.lufs = processorOptions.ceilingLufs;
      this.port.onmessage = ({ data }: MessageEvent<LimiterMessage>) => {
        if (data.kind === "stop") this.#stopped = true;
        else if (data.kind === "forget") {
          // Nobody is to hear its last milliseconds when the clock runs again, nor the one sample that a gain which was set
          // to zero meanwhile may let through (Chromium 156, by rounding).
          this.#limiter = new Limiter(sampleRate, processorOptions);
          this.#isDeaf = true;
        } else if (data.kind === "ceiling") this.#ceiling.lufs = data.lufs;
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
      const [left = SILENCE, right = left] = (!this.#isDeaf && inputs[0]) || [];
      this.#isDeaf = false;
      outLeft.set(left);
      outRight.set(right);
      this.#ceiling.process(outLeft, outRight);
      this.#limiter.process(outLeft, outRight, outLeft, outRight, outLeft.length);
      this.#gate.process(outLeft, outRight, currentFrame);
      this.#largestReductionDb = Math.max(this.#largestReductionDb, this.#limiter.reductionDb);
      return true;
    }
  }
  registerProcessor(LIMITER_PROCESSOR, LimiterProcessor);
}
