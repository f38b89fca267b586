import { BLOCK_FRAMES, type LayerDefinition } from "../../dsp/layer.ts";
import { KernelRunner } from "./kernel-runner.ts";
import { LAYER_PROCESSOR, type LayerMessage, type LayerProcessorOptions } from "./messages.ts";

/**
 * Registers the one processor that hosts every layer. Output: stereo. Silent until told to start, and after its last
 * frame, whatever the main thread does; after `stop` it ends for good.
 * @param layers every layer there is, by id
 */
export function registerLayerProcessor(layers: ReadonlyMap<string, LayerDefinition>): void {
  class LayerProcessor extends AudioWorkletProcessor {
    readonly #runner: KernelRunner;
    #originFrame = 0;
    #fromFrame = Number.POSITIVE_INFINITY;
    #untilFrame = Number.POSITIVE_INFINITY;
    #stopped = false;

    constructor(options: { processorOptions: LayerProcessorOptions }) {
      super();
      const { layer: id, seed, automation, offline } = options.processorOptions;
      const layer = layers.get(id);
      if (!layer) throw new Error(`layer "${id}": not in the catalogue`);
      this.#runner = new KernelRunner(layer, { sampleRate, seed, automation, patient: offline });
      this.port.onmessage = ({ data }: MessageEvent<LayerMessage>) => this.#receive(data);
    }

    process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
      if (this.#stopped) return false;
      const [left, right] = outputs[0] ?? [];
      if (!left || !right || currentFrame < this.#fromFrame || currentFrame >= this.#untilFrame) return true;
      this.#runner.render(left, right, currentFrame - this.#originFrame);
      return true;
    }

    #receive(message: LayerMessage): void {
      switch (message.kind) {
        case "start":
          this.#originFrame = message.originFrame;
          this.#fromFrame = roundToBlock(message.fromFrame);
          this.#untilFrame = message.untilFrame;
          break;
        case "until":
          this.#untilFrame = message.untilFrame;
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

function roundToBlock(frame: number): number {
  return Math.ceil(frame / BLOCK_FRAMES) * BLOCK_FRAMES;
}
