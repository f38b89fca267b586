import { TAP_PROCESSOR, type TapBlock } from "./messages.ts";

/** Frames gathered before they are sent. */
const CHUNK_FRAMES = 4096;
/** Where the clock stood still for longer, a chunk ends: what comes after was heard later. */
const STOOD_STILL_MS = 100;

/**
 * Registers the tap: it hears what passes through a bus and sends it, unchanged, to the main thread. For tests.
 * @param now the wall clock, epoch ms
 */
export function registerTapProcessor(now: () => number): void {
  class TapProcessor extends AudioWorkletProcessor {
    readonly #left = new Float32Array(CHUNK_FRAMES);
    readonly #right = new Float32Array(CHUNK_FRAMES);
    #filled = 0;
    #frame = 0;
    #epochMs = 0;
    #lastMs = 0;

    process(inputs: Float32Array[][]): boolean {
      const [left, right] = inputs[0] ?? [];
      const nowMs = now();
      if (this.#filled > 0 && nowMs - this.#lastMs > STOOD_STILL_MS) this.#send();
      this.#lastMs = nowMs;
      if (this.#filled === 0) {
        this.#frame = currentFrame;
        this.#epochMs = nowMs;
      }
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
      const [left, right] = [this.#left.slice(0, this.#filled), this.#right.slice(0, this.#filled)];
      const block: TapBlock = { frame: this.#frame, epochMs: this.#epochMs, left, right };
      this.port.postMessage(block, [left.buffer, right.buffer]);
      this.#filled = 0;
    }
  }
  registerProcessor(TAP_PROCESSOR, TapProcessor);
}
