import { calibrationGain, type LayerDefinition } from "../../../src/dsp/layer.ts";
import { MOMENTARY_SECONDS, momentaryLufs } from "../../../src/dsp/loudness.ts";
import { renderLayer } from "../../../src/dsp/render-layer.ts";

const RATE = 48_000;
const SECONDS = 60;
/** So many events are looked for where a layer is mostly silent. */
const EVENTS = 6;
/** Quieter than this is silence, LUFS. */
const SILENT_LUFS = -55;

/** A minute of a layer; of one with rare events, what sounds of several, joined: nobody records silence. */
export function soundingPart(layer: LayerDefinition, seed: number): readonly Float32Array[] {
  if (layer.eventGapSeconds === undefined)
    return renderLayer(layer, { sampleRate: RATE, seed, frames: SECONDS * RATE });
  const seconds = Math.max(SECONDS, EVENTS * layer.eventGapSeconds);
  const channels = renderLayer(layer, { sampleRate: RATE, seed, frames: Math.ceil(seconds * RATE) });
  const gain = calibrationGain(layer);
  for (const channel of channels)
    for (let i = 0; i < channel.length; i++) channel[i] = gain * (channel[i] ?? 0);
  const levels = momentaryLufs(channels, RATE, MOMENTARY_SECONDS);
  const heard = [...levels.keys()].filter((index) => (levels[index] ?? SILENT_LUFS) > SILENT_LUFS);
  const window = MOMENTARY_SECONDS * RATE;
  return channels.map((channel) => {
    const joined = new Float32Array(heard.length * window);
    heard.forEach((index, at) => {
      joined.set(channel.subarray(index * window, (index + 1) * window), at * window);
    });
    return joined;
  });
}
