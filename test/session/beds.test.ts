import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { readLayers } from "../../src/cli/content/read-layers.ts";
import { dbToGain } from "../../src/dsp/db.ts";
import { calibrationGain, LAYER_LUFS } from "../../src/dsp/layer.ts";
import { integratedLufs } from "../../src/dsp/loudness.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { swellPlan } from "../../src/engine/swell.ts";
import { breathing, DEFAULT_PACE, DEFAULT_PATTERN } from "../../src/session/breath.ts";
import { LayerLevel } from "../../src/session/schema.ts";

const root = join(import.meta.dirname, "../..");
const layers = await readLayers(root);
const RATE = 48_000;
const FRAMES = 40 * RATE;
const swell = swellPlan(breathing({ atSeconds: 0, perMinute: DEFAULT_PACE, pattern: DEFAULT_PATTERN }));

/** Loudness of a mix while a breath is followed, LUFS. */
function mixLufs(levels: readonly LayerLevel[]): number {
  const mix = [new Float32Array(FRAMES), new Float32Array(FRAMES)];
  for (const { layer: id, gainDb, params = {} } of levels) {
    const layer = layers.get(id);
    if (!layer) throw new Error(`there is no layer ${id}`);
    const breath = Object.entries(layer.params).filter(([, spec]) => spec.role === "breath");
    const followed = Object.fromEntries(breath.map(([name]) => [name, swell]));
    const channels = renderLayer(layer, {
      sampleRate: RATE,
      seed: 1,
      frames: FRAMES,
      params: { ...params, ...followed },
    });
    const gain = calibrationGain(layer) * dbToGain(gainDb);
    for (const [side, samples] of mix.entries()) {
      const added = channels[side];
      for (let frame = 0; frame < FRAMES; frame++) {
        samples[frame] = (samples[frame] ?? 0) + gain * (added?.[frame] ?? 0);
      }
    }
  }
  return integratedLufs(mix, RATE);
}

describe("beds", () => {
  const files = readdirSync(join(root, "sounds/beds"));

  it("are the three that ship first", () => {
    expect(files).toEqual(
      expect.arrayContaining(["brown-blanket.json", "night-sea.json", "rain-window.json"]),
    );
  });

  it.each(files)("%s is as loud as one layer at 0 dB, whatever it is mixed from", (file) => {
    const bed = v.parse(
      v.object({ layers: v.array(LayerLevel) }),
      JSON.parse(readFileSync(join(root, "sounds/beds", file), "utf8")),
    );
    expect(Math.abs(mixLufs(bed.layers) - LAYER_LUFS)).toBeLessThan(0.5);
  });
});
