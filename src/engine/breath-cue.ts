import type { Context } from "tone/build/esm/core/context/Context.js";
import type { ToneAudioNode } from "tone/build/esm/core/context/ToneAudioNode.js";
import type { AutomationPlan, AutomationPoint } from "../dsp/automation.ts";
import { BREATH_TONE } from "../dsp/breath-tone-identity.ts";
import { dbToGain } from "../dsp/db.ts";
import { BLOCK_FRAMES, LAYER_LUFS } from "../dsp/layer.ts";
import type { Breathing } from "../session/cue.ts";
import { EDGE_SECONDS, TAIL_SECONDS } from "./breath-stretches.ts";
import { LayerNode } from "./layer-node.ts";
import type { Stretch } from "./plan.ts";
import { swellPlan } from "./swell.ts";

/** A layer's 0 dB is -30 LUFS; the breath tone is softer than that. */
const GAIN = dbToGain(BREATH_TONE.loudnessLufs - LAYER_LUFS);

/** The tone that breathes with you, on the cue bus: a kernel fed by the night's breath clock. */
export class BreathCue {
  readonly #node: LayerNode;
  readonly #context: Context;
  readonly #stretches: readonly Stretch[];
  #originTime = 0;

  constructor(options: {
    readonly context: Context;
    readonly output: ToneAudioNode;
    readonly seed: number;
    readonly breathing: Breathing;
    readonly stretches: readonly Stretch[];
  }) {
    this.#context = options.context;
    this.#stretches = options.stretches;
    this.#node = new LayerNode({
      context: options.context,
      layer: BREATH_TONE,
      seed: options.seed,
      automation: { swell: swellPlan(options.breathing), level: levelPlan(options.stretches) },
    });
    this.#node.connect(options.output);
  }

  start(originTime: number, fromSeconds: number): void {
    this.#originTime = originTime;
    const rate = this.#context.sampleRate;
    const originFrame = Math.round((originTime * rate) / BLOCK_FRAMES) * BLOCK_FRAMES;
    const first = Math.min(...this.#stretches.map((stretch) => stretch.fromSeconds)) - 1;
    const last = Math.max(...this.#stretches.map((stretch) => stretch.untilSeconds)) + TAIL_SECONDS;
    this.#node.start({
      originFrame,
      fromFrame: originFrame + Math.max(first, fromSeconds) * rate,
      untilFrame: originFrame + Math.round(last * rate),
    });
    this.#node.layLevel([{ atSeconds: 0, value: GAIN }], originTime, fromSeconds);
  }

  /** Lets the tone go over `seconds`; the sound around it stays. */
  drop(nowSeconds: number, seconds: number): void {
    this.#node.layLevel(
      [
        { atSeconds: nowSeconds, value: GAIN },
        { atSeconds: nowSeconds + seconds, value: 0 },
      ],
      this.#originTime,
      nowSeconds,
    );
    this.#node.until(Math.round((this.#originTime + nowSeconds + seconds) * this.#context.sampleRate));
  }

  dispose(): void {
    this.#node.dispose();
  }
}

function levelPlan(stretches: readonly Stretch[]): AutomationPlan {
  const points: AutomationPoint[] = [{ atSeconds: 0, value: 0 }];
  for (const { fromSeconds, untilSeconds } of stretches) {
    points.push(
      { atSeconds: fromSeconds - EDGE_SECONDS, value: 0 },
      { atSeconds: fromSeconds, value: 1 },
      { atSeconds: untilSeconds, value: 1 },
      { atSeconds: untilSeconds + TAIL_SECONDS, value: 0 },
    );
  }
  return { points, curve: "cosine" };
}
