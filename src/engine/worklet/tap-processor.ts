import { TAP_PROCESSOR, type TapBlock } from "./messages.ts";

/** Frames gathered before they are sent. */
const CHUNK_FRAMES = 4096;

/** Registers the tap: it hears what passes through a bus and sends it, unchanged, to the main thread. For tests. */
export function registerTapProcessor(): void {
  class TapProcessor extends AudioWorkletProcessor {
    #left = new Float32Array(CHUNK_FRAMES);
    #right = new Float32Array(CHUNK_FRAMES);
    #filled = 0;
    #frame = 0;

    process(inputs: Float32Array[][]): boolean {
      const [left, right] = inputs[0] ?? [];
      if (this.#filled === 0) this.#frame = currentFrame;
      const length = left?.length ?? 128;
      if (left) this.#left.set(left, this.#filled);
      else this.#left.fill(0, this.#filled, this.#filled + length);
      if (left) this.#right.set(right ?? left, this.#filled);
      else this.#right.fill(0, this.#filled, this.#filled + length);
      this.#filled += length;
      if (this.#filled >= CHUNK_FRAMES) this.#send();
      return true;
    }

    #send(): void {
      const block: TapBlock = { frame: this.#frame, left: this.#left, right: this.#right };
      this.port.postMessage(block, [this.#left.buffer, this.#right.buffer]);
      this.#left = new Float32Array(CHUNK_FRAMES);
      this.#right = new Float32Array(CHUNK_FRAMES);
      this.#filled = 0;
    }
  }
  registerProcessor(TAP_PROCESSOR, TapProcessor);
}
