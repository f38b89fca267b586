import { BLOCK_FRAMES, calibrationGain, type LayerDefinition } from "../../dsp/layer.ts";
import { renderLayer } from "../../dsp/render-layer.ts";
import type { RenderWish } from "./arguments.ts";
import type { Problem, Render, StereoChunk } from "./render.ts";

/** Length of a layer's render where none is asked for, seconds. */
const USUAL_SECONDS = 60;
/** Rendered at a time; the stretches fit together bit for bit. */
const CHUNK_SECONDS = 60;

/** A layer at its calibrated level (0 dB = -30 LUFS), straight from its kernel. */
export function layerRender(
  layer: LayerDefinition,
  wish: Extract<RenderWish, { kind: "layer" }>,
): Render | Problem {
  for (const [name, value] of Object.entries(wish.params)) {
    const spec = layer.params[name];
    if (!spec) {
      const names = Object.keys(layer.params).join(", ") || "none";
      return { problem: `Layer ${layer.id} has no parameter "${name}". It has: ${names}.` };
    }
    if (value < spec.min || value > spec.max) {
      return { problem: `Parameter ${name} of ${layer.id} goes from ${spec.min} to ${spec.max}.` };
    }
  }
  const seconds = wish.seconds ?? USUAL_SECONDS;
  return {
    seconds,
    async render(take) {
      for (const chunk of chunksOf(layer, wish, seconds)) await take(chunk);
    },
  };
}

function* chunksOf(
  layer: LayerDefinition,
  { fromSeconds, sampleRate, seed, params }: Extract<RenderWish, { kind: "layer" }>,
  seconds: number,
): Generator<StereoChunk> {
  const gain = calibrationGain(layer);
  const first = Math.round(fromSeconds * sampleRate);
  const end = first + Math.round(seconds * sampleRate);
  for (let frame = first; frame < end; frame += CHUNK_SECONDS * sampleRate) {
    const frames = Math.min(CHUNK_SECONDS * sampleRate, end - frame);
    const within = frame % BLOCK_FRAMES;
    const rendered = renderLayer(layer, {
      sampleRate,
      seed,
      fromFrame: frame - within,
      frames: frames + within,
      params,
    });
    for (const channel of rendered) scale(channel, gain);
    const [left, right] = rendered;
    yield [left.subarray(within), right.subarray(within)];
  }
}

function scale(samples: Float32Array, gain: number): void {
  for (let frame = 0; frame < samples.length; frame++) samples[frame] = (samples[frame] ?? 0) * gain;
}
