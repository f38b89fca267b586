import { median } from "../../../src/cli/bench/bench.ts";
import type { LayerDefinition } from "../../../src/dsp/layer.ts";
import { layerPieces } from "../../../src/dsp/render-layer.ts";
import { decimate } from "../../helper/filters.ts";
import { timingRepetition, whitenedRepetition } from "../../helper/repetition.ts";
import { RoughDecimator } from "../../helper/rough-decimator.ts";

const RATE = 48_000;
const SECONDS = 1800;
const PIECE_SECONDS = 60;
/** 48 kHz to 6 kHz: what half an hour's autocorrelation can hold. */
const FACTOR = 8;
const LAGS = { fromSeconds: 0.5, toSeconds: 600 };
/** Tones and rare events: by when they come; to 1.5 kHz, and a phrase, not a rhythm. */
const TIMING_FACTOR = 32;
const TIMING_LAGS = { fromSeconds: 5, toSeconds: 600 };

export interface LongRender {
  /** Of noise and textures the peak of the whitened autocorrelation, of the others that of their events' timing. */
  readonly repetition: number;
  /** Seconds of sound rendered in a second, the median minute: other programs may have had the processor in some. */
  readonly timesRealTime: number;
}

/** Whether a layer's wave itself must not come again; else it is judged by the timing of its events. */
export function isJudgedByWave({ character, family }: LayerDefinition): boolean {
  return (character === "noise" || character === "texture") && family !== "comfort";
}

/** Half an hour of a layer, minute by minute: whether it repeats within ten minutes, and how fast it renders. */
export function longRender(layer: LayerDefinition): LongRender {
  const byWave = isJudgedByWave(layer);
  const waves = new Float64Array(byWave ? (SECONDS * RATE) / FACTOR : 0);
  const course = new RoughDecimator(TIMING_FACTOR, byWave ? 0 : SECONDS * RATE);
  let at = 0;
  const minutesMs: number[] = [];
  let started = performance.now();
  const render = { sampleRate: RATE, seed: 1, frames: SECONDS * RATE };
  for (const [left] of layerPieces(layer, render, PIECE_SECONDS * RATE)) {
    minutesMs.push(performance.now() - started);
    if (byWave) waves.set(decimate(left, FACTOR), at / FACTOR);
    else course.add(left);
    at += left.length;
    started = performance.now();
  }
  const found = byWave
    ? whitenedRepetition(waves, RATE / FACTOR, LAGS, RATE / FACTOR)
    : timingRepetition(course.decimated(), RATE / TIMING_FACTOR, TIMING_LAGS);
  return { repetition: found.peak, timesRealTime: (1000 * PIECE_SECONDS) / median(minutesMs) };
}
