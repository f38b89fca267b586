import type { Context } from "tone/build/esm/core/context/Context.js";
import { LIMITER_PROCESSOR, type LimiterMessage, type LimiterProcessorOptions } from "./worklet/messages.ts";

export interface LimiterNode {
  readonly node: AudioWorkletNode;
  /** The largest gain reduction since the last time it was asked, dB; 0 = it has not touched the sound. */
  reductionDb(): Promise<number>;
  /** Sets the loudness that the night may not pass, LUFS. */
  setCeiling(lufs: number): void;
  /** Nothing passes from this context time on, whatever comes in: kept by the audio thread itself. */
  until(time: number): void;
  /** That time; Infinity where none was given. */
  readonly untilTime: number;
  /** Lets go of what it holds back, as if silence had been before: for a clock that was stopped unasked. */
  forget(): void;
  dispose(): void;
}

/** The night ceiling, the look-ahead limiter and the end gate as one node, stereo. */
export function createLimiter(context: Context, processorOptions: LimiterProcessorOptions): LimiterNode {
  const node = context.createAudioWorkletNode(LIMITER_PROCESSOR, {
    channelCount: 2,
    channelCountMode: "explicit",
    outputChannelCount: [2],
    processorOptions,
  });
  let untilTime = Number.POSITIVE_INFINITY;
  const send = (message: LimiterMessage) => node.port.postMessage(message);
  return {
    node,
    reductionDb: () =>
      new Promise((resolve) => {
        node.port.onmessage = ({ data }: MessageEvent<{ reductionDb: number }>) => resolve(data.reductionDb);
        send({ kind: "reduction" });
      }),
    setCeiling: (lufs) => send({ kind: "ceiling", lufs }),
    until(time) {
      untilTime = time;
      send({ kind: "until", untilFrame: Math.round(time * context.sampleRate) });
    },
    get untilTime() {
      return untilTime;
    },
    forget: () => send({ kind: "forget" }),
    dispose() {
      send({ kind: "stop" });
      node.disconnect();
    },
  };
}
