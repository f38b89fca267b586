import type { LayerDefinition } from "../dsp/layer.ts";
import { integratedLufs } from "../dsp/loudness.ts";
import { renderLayer } from "../dsp/render-layer.ts";

const SAMPLE_RATE = 48_000;
const SECONDS = 60;

/** Integrated loudness of a layer's bare kernel, LUFS: the first minute at default parameters, 48 kHz, seed 1. */
export function measuredLufs(layer: LayerDefinition): number {
  const channels = renderLayer(layer, { sampleRate: SAMPLE_RATE, seed: 1, frames: SECONDS * SAMPLE_RATE });
  return integratedLufs(channels, SAMPLE_RATE);
}
