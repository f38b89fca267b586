import { loudnessSeconds } from "../../../src/cli/layer-loudness.ts";
import type { AutomationPlan } from "../../../src/dsp/automation.ts";
import { BLOCK_FRAMES, calibrationGain, LAYER_LUFS, type LayerDefinition } from "../../../src/dsp/layer.ts";
import { LoudnessMeter } from "../../../src/dsp/loudness-meter.ts";
import { layerPieces } from "../../../src/dsp/render-layer.ts";
import { RoughDecimator } from "../../helper/rough-decimator.ts";
import { truePeakDb } from "../../helper/true-peak.ts";
import { frameAt } from "./same.ts";
import { Sums } from "./sums.ts";

export const RATE = 48_000;
/** What the repetition is looked for at. */
const SLOW_FACTOR = 32;
export const SLOW_RATE = RATE / SLOW_FACTOR;
/** A whole number of blocks; so few that all who listen to a piece find it in the processor's cache. */
const PIECE_FRAMES = 150 * BLOCK_FRAMES;
const START_SECONDS = 10;
/** Below this square of a sample peak (-9 dBFS) the curve between samples stays far under -3 dBTP. */
const NEAR_PEAK = 10 ** (-9 / 10);

/** What a stretch of a layer is like, at its calibrated level; gathered piece by piece, however long it is. */
export interface Heard {
  readonly seconds: number;
  readonly finite: boolean;
  /** Momentary loudness every 50 ms, LUFS. */
  readonly momentary: Float64Array;
  /** Integrated loudness of as much of it as the layer's figure is measured over, LUFS. */
  readonly lufs: number;
  /** dBTP. */
  readonly truePeakDb: number;
  /** Of the channel where it is larger, dB. */
  readonly crestDb: number;
  readonly monoLossDb: number;
  /** The left channel at {@link SLOW_RATE}; empty where that was not asked for. */
  readonly slow: Float64Array;
  /** The first ten seconds, calibrated. */
  readonly start: readonly [Float32Array, Float32Array];
}

/** How long a layer's usual sound is listened to: two minutes where a loop is looked for in the wave itself. */
export function usualSeconds(layer: LayerDefinition): number {
  const waves = layer.family !== "comfort" && /^(noise|texture)$/.test(layer.character);
  return Math.max(waves ? 120 : 0, loudnessSeconds(layer));
}

/** Listens to a layer, from its first second on where nothing else is said. */
export function hear(
  layer: LayerDefinition,
  options: {
    readonly seconds: number;
    readonly fromSeconds?: number;
    readonly seed?: number;
    readonly sampleRate?: number;
    readonly params?: Readonly<Record<string, number | AutomationPlan>>;
    /** Whether it is kept at {@link SLOW_RATE} too. */
    readonly slowly?: boolean;
  },
): Heard {
  const { seconds, fromSeconds = 0, seed = 1, sampleRate = RATE, params = {}, slowly = false } = options;
  const frames = Math.round(seconds * sampleRate);
  const stretch = { sampleRate, seed, fromFrame: frameAt(fromSeconds, sampleRate), frames, params };
  const gain = calibrationGain(layer);
  const meter = new LoudnessMeter(sampleRate);
  const decimator = slowly ? new RoughDecimator(SLOW_FACTOR, frames) : null;
  const sums = new Sums();
  const startFrames = Math.min(frames, START_SECONDS * sampleRate);
  const start = [new Float32Array(startFrames), new Float32Array(startFrames)] as const;
  let betweenDb = Number.NEGATIVE_INFINITY;
  let at = 0;
  for (const piece of layerPieces(layer, stretch, PIECE_FRAMES)) {
    const [left, right] = piece;
    sums.add(left, right, gain);
    if (sums.largest > NEAR_PEAK) {
      const [from, to] = [Math.max(0, sums.largestAt - 1024), sums.largestAt + 1024];
      betweenDb = Math.max(betweenDb, truePeakDb(left.subarray(from, to), right.subarray(from, to)));
    }
    meter.add(piece);
    decimator?.add(left);
    if (at < startFrames) {
      start[0].set(left.subarray(0, startFrames - at), at);
      start[1].set(right.subarray(0, startFrames - at), at);
    }
    at += left.length;
  }
  const crest = (peak: number, sum: number) => 10 * Math.log10(peak / (sum / frames));
  return {
    seconds,
    finite: Number.isFinite(sums.left + sums.right),
    momentary: meter.momentary(),
    lufs: meter.integrated(loudnessSeconds(layer)),
    truePeakDb: Math.max(betweenDb, 10 * Math.log10(Math.max(sums.peakLeft, sums.peakRight))),
    crestDb: Math.max(crest(sums.peakLeft, sums.left), crest(sums.peakRight, sums.right)),
    monoLossDb: 10 * Math.log10((2 * (sums.left + sums.right)) / (sums.left + sums.right + 2 * sums.product)),
    slow: decimator?.decimated() ?? new Float64Array(0),
    start,
  };
}

/** The figure that the layer's file should hold, from what was heard at the level that the file gives. */
export function figureFrom(layer: LayerDefinition, lufs: number): number {
  return lufs + layer.loudnessLufs - LAYER_LUFS;
}
