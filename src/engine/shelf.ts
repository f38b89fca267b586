import type { Context } from "tone/build/esm/core/context/Context.js";
import { Param } from "tone/build/esm/core/context/Param.js";
import { SHELF_PROCESSOR } from "./worklet/messages.ts";

export interface ShelfNode {
  readonly node: AudioWorkletNode;
  /** Its cut-off, Hz. */
  readonly frequency: Param<"frequency">;
  dispose(): void;
}

/**
 * The sleep shelf as a node, stereo. Not the browser's own biquad: with a cut-off for every sample it is dear and no two
 * browsers agree on it, and with one for every quantum it sounds as long as that is.
 */
export function createShelf(context: Context): ShelfNode {
  const node = context.createAudioWorkletNode(SHELF_PROCESSOR, {
    channelCount: 2,
    channelCountMode: "explicit",
    outputChannelCount: [2],
  });
  const param = node.parameters.get("frequency");
  if (!param) throw new Error("shelf: its processor has no frequency");
  const frequency = new Param({ context, param, units: "frequency" });
  return {
    node,
    frequency,
    dispose() {
      node.port.postMessage(null);
      node.disconnect();
      frequency.dispose();
    },
  };
}
