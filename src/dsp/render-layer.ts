import { Automation, type AutomationPlan } from "./automation.ts";
import { BLOCK_FRAMES, type Kernel, type LayerDefinition, type ParamAt } from "./layer.ts";

export interface LayerRender {
  /** Frames per second. */
  readonly sampleRate: number;
  readonly seed: number;
  /** First frame that counts, absolute, a multiple of 128; may be negative. Default 0. */
  readonly fromFrame?: number;
  /** Number of frames wanted, per channel. */
  readonly frames: number;
  /** A constant or a plan per parameter; what is missing has its default. */
  readonly params?: Readonly<Record<string, number | AutomationPlan>>;
}

/** Renders any stretch of the bare layer (not yet calibrated), its preroll dropped. @returns left and right */
export function renderLayer(layer: LayerDefinition, render: LayerRender): [Float32Array, Float32Array] {
  const [only] = layerPieces(layer, render, Math.max(1, render.frames));
  return only ?? [new Float32Array(0), new Float32Array(0)];
}

/**
 * As {@link renderLayer}, piece by piece from one kernel: for what is too long to hold. All pieces stand in the same two
 * buffers: a piece is there until the next one is asked for.
 * @param pieceFrames length of a piece, brought up to whole blocks; the last one ends where the stretch does
 */
export function* layerPieces(
  layer: LayerDefinition,
  render: LayerRender,
  pieceFrames: number,
): Generator<[Float32Array, Float32Array]> {
  const { sampleRate, seed, frames, fromFrame = 0 } = render;
  if (fromFrame % BLOCK_FRAMES !== 0)
    throw new Error(`layer ${layer.id}: frame ${fromFrame} is inside a block`);
  const kernel: Kernel = new layer.kernel(sampleRate, seed);
  const paramAt = plannedParams(layer, render.params ?? {}, sampleRate);
  const prerollBlocks = Math.ceil((layer.prerollSeconds * sampleRate) / BLOCK_FRAMES);
  const scratch = [new Float32Array(BLOCK_FRAMES), new Float32Array(BLOCK_FRAMES)] as const;
  for (let block = -prerollBlocks; block < 0; block++) {
    kernel.process(...scratch, BLOCK_FRAMES, fromFrame + block * BLOCK_FRAMES, paramAt);
  }
  const wholeFrames = Math.ceil(pieceFrames / BLOCK_FRAMES) * BLOCK_FRAMES;
  const longest = Math.min(wholeFrames, Math.ceil(frames / BLOCK_FRAMES) * BLOCK_FRAMES);
  const left = new Float32Array(longest);
  const right = new Float32Array(longest);
  for (let at = 0; at < frames; at += wholeFrames) {
    const wanted = Math.min(wholeFrames, frames - at);
    kernel.process(left, right, Math.ceil(wanted / BLOCK_FRAMES) * BLOCK_FRAMES, fromFrame + at, paramAt);
    yield [left.subarray(0, wanted), right.subarray(0, wanted)];
  }
}

/** Reads a layer's parameters from constants and plans, defaults for the rest. */
export function plannedParams(
  layer: LayerDefinition,
  params: Readonly<Record<string, number | AutomationPlan>>,
  sampleRate: number,
): ParamAt {
  const automations = new Map<string, Automation>();
  for (const name of Object.keys(params)) {
    if (!(name in layer.params)) throw new Error(`layer ${layer.id} has no parameter ${name}`);
  }
  for (const [name, spec] of Object.entries(layer.params)) {
    const given = params[name] ?? spec.default;
    const plan = typeof given === "number" ? { points: [{ atSeconds: 0, value: given }] } : given;
    automations.set(name, new Automation(plan, sampleRate));
  }
  return (name, frame) => automations.get(name)?.at(frame) ?? 0;
}
