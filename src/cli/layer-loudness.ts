import type { LayerDefinition } from "../dsp/layer.ts";
import { LoudnessMeter } from "../dsp/loudness-meter.ts";
import { layerPieces } from "../dsp/render-layer.ts";

const SAMPLE_RATE = 48_000;
const LEAST_SECONDS = 60;
const EVENTS = 8;
const PIECE_SECONDS = 10;

/** How long a layer is listened to for its loudness: a minute, or eight of its events where that is longer. */
export function loudnessSeconds({ eventGapSeconds = 0 }: LayerDefinition): number {
  return Math.max(LEAST_SECONDS, Math.ceil(EVENTS * eventGapSeconds));
}

/**
 * Integrated loudness of a layer's bare kernel, LUFS: over {@link loudnessSeconds} at default parameters.
 * @param seed 1 and 48 kHz are what the figure in the layer's file was measured with
 */
export function measuredLufs(layer: LayerDefinition, seed = 1, sampleRate: number = SAMPLE_RATE): number {
  const meter = new LoudnessMeter(sampleRate);
  const frames = loudnessSeconds(layer) * sampleRate;
  for (const piece of layerPieces(layer, { sampleRate, seed, frames }, PIECE_SECONDS * sampleRate)) {
    meter.add(piece);
  }
  return meter.integrated();
}
