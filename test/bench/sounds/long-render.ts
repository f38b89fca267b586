import type { LayerDefinition } from "../../../src/dsp/layer.ts";
import { renderLayer } from "../../../src/dsp/render-layer.ts";
import { decimate } from "../../helper/filters.ts";
import { whitenedRepetition } from "../../helper/repetition.ts";

const RATE = 48_000;
const SECONDS = 1800;
const CHUNK_SECONDS = 60;
/** 48 kHz to 6 kHz: what half an hour's autocorrelation can hold. */
const FACTOR = 8;
const LAGS = { fromSeconds: 0.5, toSeconds: 600 };

export interface LongRender {
  /** Whitened autocorrelation, its peak; null for a tone, which repeats by nature. */
  readonly repetition: number | null;
  /** Seconds of sound rendered in a second. */
  readonly timesRealTime: number;
}

/** Half an hour of a layer, minute by minute: whether it repeats within ten minutes, and how fast it renders. */
export function longRender(layer: LayerDefinition): LongRender {
  const kept = new Float64Array((SECONDS * RATE) / FACTOR);
  let ms = 0;
  for (let second = 0; second < SECONDS; second += CHUNK_SECONDS) {
    const fromFrame = second * RATE;
    const started = performance.now();
    const [left] = renderLayer(layer, { sampleRate: RATE, seed: 1, fromFrame, frames: CHUNK_SECONDS * RATE });
    ms += performance.now() - started;
    if (layer.family !== "tone") kept.set(decimate(left, FACTOR), fromFrame / FACTOR);
  }
  const rate = RATE / FACTOR;
  return {
    repetition: layer.family === "tone" ? null : whitenedRepetition(kept, rate, LAGS, rate).peak,
    timesRealTime: (1000 * SECONDS) / ms,
  };
}
