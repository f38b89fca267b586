import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { readLayers } from "../../src/cli/content/read-layers.ts";
import { dbToGain } from "../../src/dsp/db.ts";
import { calibrationGain, LAYER_LUFS } from "../../src/dsp/layer.ts";
import { integratedLufs } from "../../src/dsp/loudness.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { wavePlan } from "../../src/engine/swell.ts";
import { breathing, DEFAULT_PACE, DEFAULT_PATTERN } from "../../src/session/breath.ts";
import { LayerLevel } from "../../src/session/schema.ts";
import { truePeakDb } from "../helper/true-peak.ts";

const root = join(import.meta.dirname, "../..");
const layers = await readLayers(root);
const RATE = 48_000;
const FRAMES = 40 * RATE;
const swell = wavePlan(breathing({ atSeconds: 0, perMinute: DEFAULT_PACE, pattern: DEFAULT_PATTERN }));

/** Loudest peak of a bed, between samples too: room for breath tones and words. */
const MOST_TRUE_PEAK_DB = -3;

/** A mix while a breath is followed. */
function mixed(levels: readonly LayerLevel[]): readonly Float32Array[] {
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
  return mix;
}

/** The second around the loudest sample, and that sample in dB: looking between all samples takes a minute. */
function loudestPart(samples: Float32Array): readonly [Float32Array, number] {
  let at = 0;
  for (let frame = 0; frame < samples.length; frame++) {
    if (Math.abs(samples[frame] ?? 0) > Math.abs(samples[at] ?? 0)) at = frame;
  }
  const from = Math.max(0, at - RATE / 2);
  return [samples.slice(from, from + RATE), 20 * Math.log10(Math.abs(samples[at] ?? 0))];
}

describe("beds", () => {
  const files = readdirSync(join(root, "sounds/beds"));

  const bedOf = (file: string) =>
    v.parse(
      v.object({ layers: v.array(LayerLevel) }),
      JSON.parse(readFileSync(join(root, "sounds/beds", file), "utf8")),
    );

  it("are the ten that ship", () => {
    expect(files.map((file) => file.replace(".json", "")).toSorted()).toEqual([
      "brook",
      "brown-blanket",
      "campfire",
      "forest-wind",
      "night-sea",
      "rain-window",
      "slow-drone",
      "summer-night",
      "train-night",
      "womb",
    ]);
  });

  it.each(files)(
    "%s is as loud as one layer at 0 dB, whatever it is mixed from, and has no peaks",
    (file) => {
      const mix = mixed(bedOf(file).layers);
      expect(Math.abs(integratedLufs(mix, RATE) - LAYER_LUFS)).toBeLessThan(0.5);
      for (const side of mix) {
        const [part, samplePeakDb] = loudestPart(side);
        expect(truePeakDb(part, part)).toBeLessThan(MOST_TRUE_PEAK_DB);
        expect(samplePeakDb).toBeLessThan(MOST_TRUE_PEAK_DB - 3);
      }
    },
  );

  it("keep the beats of slow-drone below hearing until somebody raises them", () => {
    const [beats, ...others] = bedOf("slow-drone.json").layers.toSorted((a, b) => a.gainDb - b.gainDb);
    expect(beats?.layer).toBe("beats");
    for (const other of others) expect((beats?.gainDb ?? 0) - other.gainDb).toBeLessThan(-20);
  });
});
