import { BLOCK_FRAMES, type LayerDefinition } from "../../dsp/layer.ts";
import { KernelRunner } from "./kernel-runner.ts";
import {
  LAYER_PROCESSOR,
  type LayerMessage,
  type LayerProcessorOptions,
  type LayerTimes,
} from "./messages.ts";

/**
 * Registers the one processor that hosts every layer. Output: stereo. Silent before its first frame and after its
 * last, whatever the main thread does; after `stop` it ends for good.
 * @param layers those that have come, by id; more may come while others sound
 */
export function registerLayerProcessor(layers: ReadonlyMap<string, LayerDefinition>): void {
  class LayerProcessor extends AudioWorkletProcessor {
    readonly #runner: KernelRunner;
    /** One block. */
    readonly #left = new Float32Array(BLOCK_FRAMES);
    readonly #right = new Float32Array(BLOCK_FRAMES);
    #when: LayerTimes;
    #stopped = false;

    constructor(options: { processorOptions: LayerProcessorOptions }) {
      super();
      const { layer: id, seed, automation, offline, when } = options.processorOptions;
      const layer = layers.get(id);
      if (!layer) throw new Error(`layer "${id}": its module has not come`);
      this.#runner = new KernelRunner(layer, { sampleRate, seed, automation, patient: offline });
      this.#when = when;
      this.port.onmessage = ({ data }: MessageEvent<LayerMessage>) => this.#receive(data);
    }

    process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
      if (this.#stopped) return false;
      const [left, right] = outputs[0] ?? [];
      const { originFrame, fromFrame, untilFrame } = this.#when;
      if (!left || !right) return true;
      // Asked for once: each time is a call into the browser.
      const firstFrame = currentFrame;
      for (let at = 0; at < left.length; at += BLOCK_FRAMES) {
        const frame = firstFrame + at;
        if (frame < fromFrame || frame >= untilFrame) continue;
        this.#runner.render(this.#left, this.#right, frame - originFrame);
        left.set(this.#left, at);
        right.set(this.#right, at);
      }
      return true;
    }

    #receive(message: LayerMessage): void {
      switch (message.kind) {
        case "times":
          this.#when = message.when;
          break;
        case "until":
          this.#when = { ...this.#when, untilFrame: message.untilFrame };
          break;
        case "automation":
          this.#runner.plan(message.name, message.plan);
          break;
        case "stop":
          this.#stopped = true;
      }
    }
  }
  registerProcessor(LAYER_PROCESSOR, LayerProcessor);
}
