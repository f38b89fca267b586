import { Room } from "../../dsp/room.ts";
import { ROOM_PROCESSOR } from "./room-message.ts";
import { SILENCE } from "./silence.ts";

/** The audio thread's module of the room: it comes with the first guide. Stereo in, stereo out. */
class RoomProcessor extends AudioWorkletProcessor {
  readonly #room = new Room(sampleRate);
  #stopped = false;

  constructor() {
    super();
    this.port.onmessage = () => {
      this.#stopped = true;
    };
  }

  process(inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const [outLeft, outRight] = outputs[0] ?? [];
    if (this.#stopped || !outLeft || !outRight) return !this.#stopped;
    const [left = SILENCE, right = left] = inputs[0] ?? [];
    this.#room.process(left, right, outLeft, outRight, currentFrame);
    return true;
  }
}

registerProcessor(ROOM_PROCESSOR, RoomProcessor);
