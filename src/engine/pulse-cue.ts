import type { Context } from "tone/build/esm/core/context/Context.js";
import type { ToneAudioNode } from "tone/build/esm/core/context/ToneAudioNode.js";
import type { AutomationPoint } from "../dsp/automation.ts";
import { dbToGain } from "../dsp/db.ts";
import { BLOCK_FRAMES } from "../dsp/layer.ts";
import type { LayerInfo } from "../session/catalogue.ts";
import type { PulseCue as Pulse } from "../session/cue.ts";
import { type Curve, curveAt } from "./curve.ts";
import { leavingCurve } from "./fades.ts";
import { LayerNode } from "./layer-node.ts";

/** Under a layer: the pulse is found and does not lead, like the breath tone. */
const GAIN = dbToGain(-4);
/** Heard through the body, not at the chest: 0 muffled .. 1 open. */
const CLOSENESS = 0.2;
/** How long it takes to come and to go, seconds: with the loudest beat 11 dB above -45 LUFS well under 6 dB/s. */
const RISE_SECONDS = 4;
const FALL_SECONDS = 6;

/** The heart of a guide's pulses, on the cue bus: the heartbeat layer's kernel at the pace of the plan. */
export class PulseCue {
  readonly #context: Context;
  readonly #node: LayerNode;
  readonly #pulses: readonly Pulse[];
  #level: Curve = [];
  #originTime = 0;

  /** @param options.pulses on night time, in order, at least one */
  constructor(options: {
    readonly context: Context;
    readonly layer: Pick<LayerInfo, "id" | "loudnessLufs">;
    readonly output: ToneAudioNode;
    readonly seed: number;
    readonly pulses: readonly Pulse[];
  }) {
    this.#context = options.context;
    this.#pulses = options.pulses;
    this.#node = new LayerNode({
      context: options.context,
      layer: options.layer,
      seed: options.seed,
      automation: {
        bpm: { points: options.pulses.flatMap(paceOf) },
        closeness: { points: [{ atSeconds: 0, value: CLOSENESS }] },
      },
    });
    this.#node.connect(options.output);
  }

  start(originTime: number, fromSeconds: number): void {
    this.#originTime = originTime;
    this.#level = levelOf(this.#pulses);
    const rate = this.#context.sampleRate;
    const originFrame = Math.round((originTime * rate) / BLOCK_FRAMES) * BLOCK_FRAMES;
    const first = this.#level[0]?.atSeconds ?? fromSeconds;
    const last = this.#level.at(-1)?.atSeconds ?? fromSeconds;
    this.#node.start({
      originFrame,
      fromFrame: originFrame + Math.max(first, fromSeconds) * rate,
      untilFrame: originFrame + Math.round(last * rate),
    });
    this.#node.layLevel(this.#level, originTime, fromSeconds);
  }

  /** Lets the heart go over `seconds`, for good. */
  drop(nowSeconds: number, seconds: number): void {
    const leaving = leavingCurve(curveAt(this.#level, nowSeconds), nowSeconds, seconds);
    this.#node.layLevel(leaving, this.#originTime, nowSeconds);
    this.#node.until(Math.round((this.#originTime + nowSeconds + seconds) * this.#context.sampleRate));
  }

  dispose(): void {
    this.#node.dispose();
  }
}

/** Beats per minute over one pulse: a straight glide, then steady. */
function paceOf({ atSeconds, overSeconds, fromPerMinute, toPerMinute }: Pulse): AutomationPoint[] {
  return [
    { atSeconds, value: fromPerMinute },
    { atSeconds: atSeconds + overSeconds, value: toPerMinute },
  ];
}

/** One that follows at once takes over; else each comes from silence and goes back there. */
function levelOf(pulses: readonly Pulse[]): Curve {
  const points: { atSeconds: number; value: number }[] = [];
  for (const { atSeconds, seconds } of pulses) {
    const end = atSeconds + seconds;
    const last = points.at(-1);
    if (last && atSeconds < last.atSeconds) {
      points.splice(-2);
    } else {
      points.push(
        { atSeconds, value: 0 },
        { atSeconds: atSeconds + Math.min(RISE_SECONDS, seconds), value: GAIN },
      );
    }
    points.push({ atSeconds: end, value: GAIN }, { atSeconds: end + FALL_SECONDS, value: 0 });
  }
  return points;
}
