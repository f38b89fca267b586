import type { Context } from "tone/build/esm/core/context/Context.js";
import type { AudioThread } from "./audio-thread.ts";
import { ROOM_PROCESSOR } from "./worklet/room-message.ts";
import roomUrl from "./worklet/room-processor.ts?worker&url";

/** The room that a narrator speaks in, as a send: what comes out is the room alone. */
export interface RoomNode {
  readonly node: AudioWorkletNode;
  dispose(): void;
}

/** Brings the room's part of the audio thread. Rejects where it does not come; it may come the next time. */
export function bringRoom(thread: AudioThread): Promise<void> {
  return thread.add(roomUrl);
}

/** Needs {@link bringRoom}. */
export function createRoom(context: Context): RoomNode {
  const node = context.createAudioWorkletNode(ROOM_PROCESSOR, {
    channelCount: 2,
    channelCountMode: "explicit",
    outputChannelCount: [2],
  });
  return {
    node,
    dispose() {
      node.port.postMessage(null);
      node.disconnect();
    },
  };
}
