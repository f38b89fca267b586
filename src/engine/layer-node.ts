import type { Context } from "tone/build/esm/core/context/Context.js";
import { Gain } from "tone/build/esm/core/context/Gain.js";
import {
  connect,
  disconnect,
  ToneAudioNode,
  type ToneAudioNodeOptions,
} from "tone/build/esm/core/context/ToneAudioNode.js";
import type { AutomationPlan } from "../dsp/automation.ts";
import { dbToGain } from "../dsp/db.ts";
import { LAYER_LUFS } from "../dsp/layer.ts";
import type { LayerInfo } from "../session/catalogue.ts";
import { type Curve, layCurve } from "./curve.ts";
import {
  LAYER_PROCESSOR,
  type LayerMessage,
  type LayerProcessorOptions,
  type LayerTimes,
} from "./worklet/messages.ts";

export interface LayerNodeOptions extends ToneAudioNodeOptions {
  readonly layer: Pick<LayerInfo, "id" | "loudnessLufs">;
  readonly seed: number;
  readonly automation: Readonly<Record<string, AutomationPlan>>;
}

/**
 * Any layer as a Tone node: one worklet processor through a gain, its level, calibrated so that a level of 0 dB is
 * -30 LUFS. No Channel: nobody pans, solos or mutes a layer, and each node costs something at every call.
 * @example
 * const rain = new LayerNode({ context, layer: catalogue.rain, seed: 1, automation: {} });
 * rain.connect(bus);
 * rain.layLevel([{ atSeconds: 0, value: 1 }], originTime, 0);
 * rain.start({ originFrame: 0, fromFrame: 0, untilFrame: Infinity });
 */
export class LayerNode extends ToneAudioNode<LayerNodeOptions> {
  override readonly name: string = "LayerNode";
  override readonly input = undefined;
  override readonly output: Gain;
  /** Course of the level over the night, linear, 1 = calibrated. */
  level: Curve = [{ atSeconds: 0, value: 0 }];
  readonly #calibration: number;
  readonly #processor: Omit<LayerProcessorOptions, "when" | "automation">;
  #automation: Readonly<Record<string, AutomationPlan>>;
  #worklet: AudioWorkletNode | null = null;

  constructor(options: LayerNodeOptions & { readonly context: Context }) {
    super(options);
    const { context, layer, seed, automation } = options;
    this.#calibration = dbToGain(LAYER_LUFS - layer.loudnessLufs);
    this.#processor = { layer: layer.id, seed, offline: context.isOffline };
    this.#automation = automation;
    this.output = new Gain({ context, gain: 0 });
  }

  /**
   * Says when it sounds, on the context's clock. The processor is made here, with all it needs to know: a message might
   * reach an offline render too late.
   */
  start(when: LayerTimes): void {
    if (this.#worklet) {
      this.#send({ kind: "times", when });
      return;
    }
    const processorOptions: LayerProcessorOptions = {
      ...this.#processor,
      automation: this.#automation,
      when,
    };
    this.#worklet = this.context.createAudioWorkletNode(LAYER_PROCESSOR, {
      numberOfInputs: 0,
      numberOfOutputs: 1,
      outputChannelCount: [2],
      processorOptions,
    });
    connect(this.#worklet, this.output);
  }

  /** The last context frame that sounds: kept by the audio thread itself. Once started. */
  until(untilFrame: number): void {
    this.#send({ kind: "until", untilFrame });
  }

  /** Replaces a parameter's plan. */
  automate(name: string, plan: AutomationPlan): void {
    this.#automation = { ...this.#automation, [name]: plan };
    this.#send({ kind: "automation", name, plan });
  }

  /** Plans the level from `fromSeconds` (night time) on. */
  layLevel(level: Curve, originTime: number, fromSeconds: number): void {
    this.level = level;
    const calibrated = level.map(({ atSeconds, value }) => ({ atSeconds, value: value * this.#calibration }));
    layCurve(this.output.gain, calibrated, originTime, fromSeconds);
  }

  override dispose(): this {
    super.dispose();
    this.#send({ kind: "stop" });
    if (this.#worklet) disconnect(this.#worklet);
    this.output.dispose();
    return this;
  }

  #send(message: LayerMessage): void {
    this.#worklet?.port.postMessage(message);
  }
}
