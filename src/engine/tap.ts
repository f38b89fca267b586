import type { Context } from "tone/build/esm/core/context/Context.js";
import { connect, disconnect } from "tone/build/esm/core/context/ToneAudioNode.js";
import type { Buses, BusName } from "./buses.ts";
import { TAP_PROCESSOR, type TapBlock } from "./worklet/messages.ts";

/** Hands on what passes through a bus of a running night, block by block. Returns the way to stop. */
export function tapBlocks(
  context: Context,
  buses: Buses,
  bus: BusName,
  hear: (block: TapBlock) => void,
): () => void {
  const node = context.createAudioWorkletNode(TAP_PROCESSOR, {
    numberOfInputs: 1,
    numberOfOutputs: 0,
    channelCount: 2,
    channelCountMode: "explicit",
  });
  node.port.onmessage = ({ data }: MessageEvent<TapBlock>) => hear(data);
  const source = buses.output(bus);
  connect(source, node);
  return () => {
    disconnect(source, node);
    node.port.onmessage = null;
  };
}

/** Listens to one bus of a running night and keeps what passed, for tests and measurements. */
export class Tap {
  readonly #blocks: TapBlock[] = [];
  readonly dispose: () => void;

  constructor(context: Context, buses: Buses, bus: BusName) {
    this.dispose = tapBlocks(context, buses, bus, (block) => this.#blocks.push(block));
  }

  /**
   * What passed so far, with the context frame of the first sample.
   * @param frames only the last so many, for who asks again and again
   */
  recording(frames = Number.POSITIVE_INFINITY): {
    firstFrame: number;
    left: Float32Array;
    right: Float32Array;
  } {
    const first = this.#blocks[0];
    const last = this.#blocks.at(-1);
    if (!first || !last) return { firstFrame: 0, left: new Float32Array(0), right: new Float32Array(0) };
    const endFrame = last.frame + last.left.length;
    const firstFrame = Math.max(first.frame, endFrame - Math.round(frames));
    const left = new Float32Array(endFrame - firstFrame);
    const right = new Float32Array(endFrame - firstFrame);
    for (const block of this.#blocks) {
      const at = block.frame - firstFrame;
      const from = Math.max(0, -at);
      if (from >= block.left.length) continue;
      left.set(block.left.subarray(from), at + from);
      right.set(block.right.subarray(from), at + from);
    }
    return { firstFrame, left, right };
  }
}
