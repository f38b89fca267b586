import { TAP_PROCESSOR, type TapBlock } from "./messages.ts";
import { SILENCE } from "./silence.ts";

/** Frames gathered before they are sent. */
const CHUNK_FRAMES = 4096;
/** Longer than a block of a running clock is late, ms. */
const STOOD_STILL_MS = 250;

/**
 * Registers the tap: it hears what passes through a bus and sends it, unchanged, to the main thread. For tests.
 * @param now the wall clock, epoch ms
 */
export function registerTapProcessor(now: () => number): void {
  class TapProcessor extends AudioWorkletProcessor {
    readonly #left = new Float32Array(CHUNK_FRAMES);
    readonly #right = new Float32Array(CHUNK_FRAMES);
    #begun = { frame: 0, epochMs: 0 };
    #filled = 0;
    #lastMs = 0;

    process(inputs: Float32Array[][]): boolean {
      const [left = SILENCE, right = left] = inputs[0] ?? [];
      const epochMs = now();
      // What comes after a stop was heard later: a chunk ends there.
      if (this.#filled > 0 && epochMs - this.#lastMs > STOOD_STILL_MS) this.#send();
      this.#lastMs = epochMs;
      if (this.#filled === 0) this.#begun = { frame: currentFrame, epochMs };
      this.#left.set(left, this.#filled);
      this.#right.set(right, this.#filled);
      this.#filled += left.length;
      if (this.#filled >= CHUNK_FRAMES) this.#send();
      return true;
    }

    #send(): void {
      const [left, right] = [this.#left.slice(0, this.#filled), this.#right.slice(0, this.#filled)];
      const block: TapBlock = { ...this.#begun, left, right };
      this.port.postMessage(block, [left.buffer, right.buffer]);
      this.#filled = 0;
    }
  }
  registerProcessor(TAP_PROCESSOR, TapProcessor);
}
