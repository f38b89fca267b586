import { EndGate } from "../../dsp/end-gate.ts";
import { Limiter } from "../../dsp/limiter.ts";
import { NightCeiling } from "../../dsp/night-ceiling.ts";
import { LIMITER_PROCESSOR, type LimiterMessage, type LimiterProcessorOptions } from "./messages.ts";

/** Longer than any block of a running clock is late: after it the sound from before is not to come out. */
const STOOD_STILL_MS = 250;

/**
 * Registers the last thing that a night passes through: the loudness it may not pass, the look-ahead limiter, and the
 * gate that shuts at the night's last frame. Stereo in, stereo out.
 * @param now the wall clock, ms
 */
export function registerLimiterProcessor(now: () => number): void {
  class LimiterProcessor extends AudioWorkletProcessor {
    readonly #limiter: Limiter;
    readonly #ceiling = new NightCeiling(sampleRate);
    readonly #left = new Float32Array(128);
    readonly #right = new Float32Array(128);
    readonly #gate = new EndGate(sampleRate);
    readonly #silence = new Float32Array(128);
    #largestReductionDb = 0;
    #stopped = false;
    readonly #offline: boolean;
    #lastMs = Number.POSITIVE_INFINITY;

    constructor(options: { processorOptions: LimiterProcessorOptions }) {
      super();
      const { ceilingDb, ceilingLufs, offline } = options.processorOptions;
      this.#limiter = new Limiter(sampleRate, { ceilingDb });
      this.#ceiling.lufs = ceilingLufs;
      this.#offline = offline;
      this.port.onmessage = ({ data }: MessageEvent<LimiterMessage>) => {
        if (data.kind === "stop") this.#stopped = true;
        else if (data.kind === "ceiling") this.#ceiling.lufs = data.lufs;
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
      if (!this.#offline) this.#noticeStop();
      this.#left.set(left);
      this.#right.set(right);
      this.#ceiling.process(this.#left, this.#right);
      this.#limiter.process(this.#left, this.#right, outLeft, outRight, outLeft.length);
      this.#gate.process(outLeft, outRight, currentFrame);
      this.#largestReductionDb = Math.max(this.#largestReductionDb, this.#limiter.reductionDb);
      return true;
    }

    /** What a call or a pull of the plug cut off is gone: nobody is to hear its last milliseconds when the clock runs again. */
    #noticeStop(): void {
      const nowMs = now();
      if (nowMs - this.#lastMs > STOOD_STILL_MS) this.#limiter.forget();
      this.#lastMs = nowMs;
    }
  }
  registerProcessor(LIMITER_PROCESSOR, LimiterProcessor);
}
