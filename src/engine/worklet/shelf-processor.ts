import { BLOCK_FRAMES } from "../../dsp/layer.ts";
import { SHELF_OPEN_HZ, SleepShelf } from "../../dsp/sleep-shelf.ts";
import { SHELF_PROCESSOR } from "./messages.ts";
import { SILENCE } from "./silence.ts";

/** Registers the sleep shelf. Stereo in, stereo out; its cut-off is a parameter, read once a block. Any message ends it for good. */
export function registerShelfProcessor(): void {
  class ShelfProcessor extends AudioWorkletProcessor {
    static readonly parameterDescriptors = [
      { name: "frequency", defaultValue: SHELF_OPEN_HZ, minValue: 10, maxValue: SHELF_OPEN_HZ },
    ];
    readonly #shelf = new SleepShelf(sampleRate);
    #stopped = false;

    constructor() {
      super();
      this.port.onmessage = () => {
        this.#stopped = true;
      };
    }

    process(
      inputs: Float32Array[][],
      outputs: Float32Array[][],
      { frequency }: Record<string, Float32Array>,
    ): boolean {
      const [outLeft, outRight] = outputs[0] ?? [];
      if (this.#stopped || !outLeft || !outRight) return !this.#stopped;
      const [left = SILENCE, right = left] = inputs[0] ?? [];
      outLeft.set(left);
      outRight.set(right);
      for (let at = 0; at < outLeft.length; at += BLOCK_FRAMES) {
        // One value for all where it does not move.
        this.#shelf.hz = frequency?.[at] ?? frequency?.[0] ?? SHELF_OPEN_HZ;
        this.#shelf.process(outLeft, outRight, at);
      }
      return true;
    }
  }
  registerProcessor(SHELF_PROCESSOR, ShelfProcessor);
}
