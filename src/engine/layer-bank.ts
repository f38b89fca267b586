import type { Context } from "tone/build/esm/core/context/Context.js";
import { Gain } from "tone/build/esm/core/context/Gain.js";
import type { ToneAudioNode } from "tone/build/esm/core/context/ToneAudioNode.js";
import type { AutomationPlan } from "../dsp/automation.ts";
import { dbToGain, gainToDb } from "../dsp/db.ts";
import { BLOCK_FRAMES } from "../dsp/layer.ts";
import type { LayerInfo } from "../session/catalogue.ts";
import type { Breathing, SceneCue } from "../session/cue.ts";
import type { LayerLevel } from "../session/schema.ts";
import { CROSSFADE_SECONDS, crossfadeCurve } from "./crossfade-curve.ts";
import { type Curve, curveAt } from "./curve.ts";
import type { Ending } from "./fades.ts";
import { LayerNode } from "./layer-node.ts";
import { paramGlide, paramMove } from "./param-move.ts";
import { type Guide, shift } from "./plan.ts";
import { wavePlan } from "./swell.ts";
import { thinningFrom, thinningPlan } from "./thinning.ts";

/** A scene or a hand never raises a layer faster than this: the startle rule above -45 LUFS. */
const RISE_DB_PER_SECOND = 6;
/** Where a layer that was not there begins to rise, dB. */
const ABSENT_DB = -50;
/** A mix that is louder than the last by more than this rises by decibels: by power it would break the startle rule. */
const GENTLE_DB = 6;
/** Amount by which a layer follows the breath clock; counts only where something breathes. */
const FOLLOW = "breath";
/** How long a hand on a level is smoothed, seconds. */
const SMOOTH_SECONDS = 0.15;

/**
 * The layers of a night: their levels over time (bed, scenes, a hand) and their parameters. A layer whose kernel the
 * audio thread has not is left out, and the rest of the mix plays.
 */
export class LayerBank {
  readonly #context: Context;
  readonly #known: ReadonlyMap<string, LayerInfo>;
  /**
   * Where the next layer goes. A browser adds what comes into one node in any order, and three numbers have more than one
   * sum; so each node here takes a layer and the sum of those that came after it, and any render is the same to the bit.
   */
  #entry: ToneAudioNode;
  readonly #sums: Gain[] = [];
  readonly #seed: number;
  readonly #breath: AutomationPlan | null;
  #thinning: AutomationPlan;
  readonly #nodes = new Map<string, LayerNode>();
  readonly #plans = new Map<string, AutomationPlan>();
  #originTime = 0;
  #untilFrame = Number.POSITIVE_INFINITY;
  #running = false;

  constructor(options: {
    readonly context: Context;
    /** Layers whose kernels the audio thread has; more may come. */
    readonly known: ReadonlyMap<string, LayerInfo>;
    readonly output: ToneAudioNode;
    readonly seed: number;
    readonly breathing: Breathing | null;
    readonly levels: readonly LayerLevel[];
    readonly ending: Ending | null;
  }) {
    this.#context = options.context;
    this.#known = options.known;
    this.#entry = options.output;
    this.#seed = options.seed;
    this.#breath = options.breathing && wavePlan(options.breathing);
    this.#thinning = thinningPlan(options.ending);
    for (const { layer, gainDb, params = {} } of options.levels) {
      const node = this.#nodeOf(layer, params);
      if (node) node.level = [{ atSeconds: 0, value: dbToGain(gainDb) }];
    }
  }

  /** Plans the scenes of a guide: layers that rise, sink or join. Before the start. */
  planScenes(guide: Guide): void {
    for (const cue of guide.timeline.cues)
      if (cue.kind === "scene") this.#planScene(shift(cue, guide.atSeconds));
  }

  /**
   * Sets all layers going.
   * @param originTime context time of night second 0
   * @param untilTime the last context time that sounds
   */
  start(originTime: number, fromSeconds: number, untilTime: number): void {
    this.#originTime = originTime;
    this.#untilFrame = Math.round(untilTime * this.#context.sampleRate);
    this.#running = true;
    for (const node of this.#nodes.values()) this.#set(node, fromSeconds);
  }

  /** The last context time that sounds, kept by the audio thread. */
  until(time: number): void {
    this.#untilFrame = Math.round(time * this.#context.sampleRate);
    for (const node of this.#nodes.values()) node.until(this.#untilFrame);
  }

  /** Lets foreground events thin out as another ending asks, from now on. */
  thin(ending: Ending | null, nowSeconds: number): void {
    this.#thinning = thinningFrom(ending, this.#thinning, nowSeconds);
    for (const [id, node] of this.#nodes) {
      for (const [name, { role }] of Object.entries(this.#known.get(id)?.params ?? {}))
        if (role === "events") node.automate(name, this.#thinning);
    }
  }

  /** How loud the mix is planned to be, dB relative to one layer at 0 dB. */
  mixDb(seconds: number): number {
    let power = 0;
    for (const node of this.#nodes.values()) power += curveAt(node.level, seconds) ** 2;
    return 10 * Math.log10(power);
  }

  /** A hand on a level slider: replaces what scenes had planned for this layer from now on. */
  setLevel(layer: string, gainDb: number, nowSeconds: number): void {
    const known = this.#nodes.get(layer);
    const node = known ?? this.#nodeOf(layer);
    if (!node) return;
    if (!known) this.#set(node, nowSeconds);
    const from = curveAt(node.level, nowSeconds);
    node.layLevel(riseTo(from, dbToGain(gainDb), nowSeconds, SMOOTH_SECONDS), this.#originTime, nowSeconds);
  }

  /**
   * Over to another mix in eight seconds: what it has not leaves, what it has rises, and each layer's parameters move
   * there. The two are added by power, so that the whole neither sinks nor swells between.
   */
  crossfade(levels: readonly LayerLevel[], nowSeconds: number): void {
    const wanted = new Map(levels.map((level) => [level.layer, level]));
    const power = levels.reduce((sum, { gainDb }) => sum + dbToGain(gainDb) ** 2, 0);
    const louderDb = 10 * Math.log10(power) - this.mixDb(nowSeconds);
    for (const id of new Set([...this.#nodes.keys(), ...wanted.keys()])) {
      const { gainDb, params = {} } = wanted.get(id) ?? {};
      const known = this.#nodes.get(id);
      const node = known ?? this.#nodeOf(id, params);
      if (!node) continue;
      if (!known) this.#set(node, nowSeconds);
      else for (const [name, value] of Object.entries(params)) this.setParam(id, name, value, nowSeconds);
      const to = gainDb === undefined ? 0 : dbToGain(gainDb);
      const from = curveAt(node.level, nowSeconds);
      const curve =
        louderDb > GENTLE_DB && to > from
          ? riseTo(from, to, nowSeconds, CROSSFADE_SECONDS)
          : crossfadeCurve(from, to, nowSeconds);
      node.layLevel(curve, this.#originTime, nowSeconds);
    }
  }

  /** A hand on a parameter: it moves there gently, and is plan from there on. Unknown parameters are refused by name. */
  setParam(layer: string, name: string, value: number, nowSeconds: number): void {
    const node = this.#nodes.get(layer);
    if (!node) return;
    const info = this.#known.get(layer)?.params[name];
    if (!info) throw new Error(`layer ${layer}: no parameter "${name}"`);
    const key = `${layer} ${name}`;
    const plan = paramMove(info, this.#plans.get(key), value, nowSeconds);
    this.#plans.set(key, plan);
    node.automate(name, plan);
  }

  dispose(): void {
    for (const node of [...this.#nodes.values(), ...this.#sums]) node.dispose();
    this.#nodes.clear();
  }

  /** The node of a layer, made where there is none yet; null where its kernel is not here. */
  #nodeOf(id: string, params: Readonly<Record<string, number>> = {}): LayerNode | null {
    const layer = this.#known.get(id);
    return layer ? (this.#nodes.get(id) ?? this.#add(layer, params)) : null;
  }

  #add(layer: LayerInfo, params: Readonly<Record<string, number>>): LayerNode {
    const { id } = layer;
    const automation: Record<string, AutomationPlan> = {};
    const follows = Object.values(layer.params).some((info) => info.role === "breath");
    for (const [name, info] of Object.entries(layer.params)) {
      const value = params[name];
      if (info.role === "breath") {
        if (this.#breath) automation[name] = this.#breath;
      } else if (info.role === "events") automation[name] = this.#thinning;
      else if (value !== undefined && !(follows && name === FOLLOW && !this.#breath)) {
        automation[name] = {
          points: [{ atSeconds: 0, value: Math.min(info.max, Math.max(info.min, value)) }],
        };
        this.#plans.set(`${id} ${name}`, automation[name]);
      }
    }
    const node = new LayerNode({ context: this.#context, layer, seed: this.#seed, automation });
    const sum = new Gain({ context: this.#context });
    node.connect(this.#entry);
    sum.connect(this.#entry);
    this.#sums.push(sum);
    this.#entry = sum;
    this.#nodes.set(id, node);
    return node;
  }

  #set(node: LayerNode, fromSeconds: number): void {
    if (!this.#running) return;
    const rate = this.#context.sampleRate;
    const originFrame = Math.round((this.#originTime * rate) / BLOCK_FRAMES) * BLOCK_FRAMES;
    const needed = Math.max(neededFromSeconds(node.level), fromSeconds);
    node.start({
      originFrame,
      fromFrame: originFrame + needed * rate,
      untilFrame: this.#untilFrame,
    });
    node.layLevel(node.level, this.#originTime, fromSeconds);
  }

  #planScene(cue: SceneCue): void {
    const node = this.#nodeOf(cue.layer);
    if (!node) return;
    const from = curveAt(node.level, cue.atSeconds);
    const glideSeconds = from > dbToGain(ABSENT_DB) ? cue.seconds : 0;
    for (const [name, value] of Object.entries(cue.params ?? {})) {
      this.#planParam(node, cue, name, value, glideSeconds);
    }
    const rise = riseTo(from, dbToGain(cue.gainDb), cue.atSeconds, cue.seconds);
    node.level = [...node.level.filter((point) => point.atSeconds < cue.atSeconds), ...rise];
  }

  /** A layer that is not heard yet has the scene's parameters at once. What it has not is left out. */
  #planParam(node: LayerNode, cue: SceneCue, name: string, value: number, overSeconds: number): void {
    const info = this.#known.get(cue.layer)?.params[name];
    if (!info || info.role === "breath") return;
    const key = `${cue.layer} ${name}`;
    const plan = paramGlide(info, this.#plans.get(key), value, cue.atSeconds, overSeconds);
    this.#plans.set(key, plan);
    node.automate(name, plan);
  }
}

/** A layer that a scene brings in need not run before that. */
function neededFromSeconds(level: Curve): number {
  const first = level.findIndex((point) => point.value > 0);
  return first > 0 ? (level[first - 1]?.atSeconds ?? 0) : Number.NEGATIVE_INFINITY;
}

/** From one gain to another, over `seconds` or as long as a rise needs to be gentle. */
function riseTo(from: number, to: number, atSeconds: number, seconds: number): Curve {
  const start = Math.max(from, dbToGain(ABSENT_DB));
  const riseDb = to > start ? gainToDb(to / start) : 0;
  const steps: Curve = from < start ? [{ atSeconds: atSeconds + 0.05, value: start }] : [];
  const length = Math.max(seconds, riseDb / RISE_DB_PER_SECOND);
  return [{ atSeconds, value: from }, ...steps, { atSeconds: atSeconds + 0.05 + length, value: to }];
}
