import { dbToGain } from "./dsp/db.ts";
import { LAYER_LUFS, type LayerDefinition } from "./dsp/layer.ts";
import { momentaryLufs } from "./dsp/loudness.ts";
import { renderLayer } from "./dsp/render-layer.ts";
import { spectrogramDb } from "./dsp/spectrogram.ts";
import type { PictureAnswer, PictureQuestion, SoundPicture } from "./session/sound-picture.ts";

/** The composition root of the gallery's own thread: renders a stretch of a layer and makes its picture. */
const files = import.meta.glob<Record<string, LayerDefinition>>("../sounds/layers/**/*.ts", { eager: true });
const layers = new Map(
  Object.values(files).flatMap((file) => Object.values(file).map((layer) => [layer.id, layer] as const)),
);

const SAMPLE_RATE = 48_000;
const SEED = 1;
/** A steady sound is shown for this long; one with rare events long enough to meet some. */
const SECONDS = { least: 20, most: 150, events: 3 };
const GRID = { columns: 640, rows: 160, lowHz: 40, highHz: 16_000 };
/** What is darkest and what is brightest, dB re full scale per band. */
const RANGE_DB = { low: -96, high: -40 };
const LEVEL_HOP_SECONDS = 0.1;

self.onmessage = ({ data: { layer: id, params, turn } }: MessageEvent<PictureQuestion>) => {
  const layer = layers.get(id);
  const answer: PictureAnswer = { turn, picture: layer ? pictureOf(layer, params) : null };
  self.postMessage(answer);
};

function pictureOf(layer: LayerDefinition, params: Readonly<Record<string, number>>): SoundPicture {
  const wanted = SECONDS.events * (layer.eventGapSeconds ?? 0);
  const seconds = Math.min(SECONDS.most, Math.max(SECONDS.least, wanted));
  const frames = Math.round(seconds * SAMPLE_RATE);
  const gain = dbToGain(LAYER_LUFS - layer.loudnessLufs);
  const channels = renderLayer(layer, { sampleRate: SAMPLE_RATE, seed: SEED, frames, params });
  for (const channel of channels) for (let i = 0; i < frames; i++) channel[i] = gain * (channel[i] ?? 0);
  const span = 255 / (RANGE_DB.high - RANGE_DB.low);
  const levels = spectrogramDb(channels, { sampleRate: SAMPLE_RATE, ...GRID });
  return {
    seconds,
    ...GRID,
    cells: Uint8Array.from(levels, (db) => Math.min(255, Math.max(0, span * (db - RANGE_DB.low)))),
    lufs: Float32Array.from(momentaryLufs(channels, SAMPLE_RATE, LEVEL_HOP_SECONDS)),
  };
}
