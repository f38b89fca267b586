import { writeWav } from "../../../src/cli/wav.ts";
import type { LayerDefinition } from "../../../src/dsp/layer.ts";
import { renderLayer } from "../../../src/dsp/render-layer.ts";

const RATE = 48_000;
/** A slow tremolo, the cheapest imitation of waves and wind. */
const TREMOLO = { hertz: 0.12, depth: 0.8 };
/** A band of noise, the cheapest imitation of rain: one-pole edges, Hz. */
const BAND = { low: 400, high: 8000 };

/**
 * Writes what a layer must be better than: pink noise, a band of white noise, and brown noise with a tremolo.
 * @returns the files by name
 */
export async function writeControls(
  folder: string,
  layers: ReadonlyMap<string, LayerDefinition>,
  seconds: number,
): Promise<ReadonlyMap<string, string>> {
  const noise = (id: string) => {
    const layer = layers.get(id);
    if (!layer) throw new Error(`realism: the control needs the layer "${id}"`);
    return renderLayer(layer, { sampleRate: RATE, seed: 1, frames: seconds * RATE });
  };
  const controls = new Map([
    ["pink", noise("pink")],
    ["band", noise("white").map(band)],
    ["tremolo", noise("brown").map(tremolo)],
  ]);
  const files = new Map<string, string>();
  for (const [name, channels] of controls) {
    const path = `${folder}/control-${name}.wav`;
    await writeWav(path, channels, RATE);
    files.set(name, path);
  }
  return files;
}

function band(channel: Float32Array): Float32Array {
  const [high, low] = [BAND.high, BAND.low].map((hertz) => 1 - Math.exp((-2 * Math.PI * hertz) / RATE));
  let top = 0;
  let bottom = 0;
  return channel.map((sample) => {
    top += (high ?? 0) * (sample - top);
    bottom += (low ?? 0) * (top - bottom);
    return top - bottom;
  });
}

function tremolo(channel: Float32Array): Float32Array {
  return channel.map((sample, frame) => {
    const swing = 0.5 - 0.5 * Math.cos((2 * Math.PI * TREMOLO.hertz * frame) / RATE);
    return sample * (1 - TREMOLO.depth * swing);
  });
}
