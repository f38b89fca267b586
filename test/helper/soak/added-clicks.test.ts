import { expect, it } from "vitest";
import { ocean } from "../../../sounds/layers/nature/ocean.ts";
import { Biquad, BUTTERWORTH_Q, lowPass } from "../../../src/dsp/biquad.ts";
import { calibrationGain } from "../../../src/dsp/layer.ts";
import { renderLayer } from "../../../src/dsp/render-layer.ts";
import { SHELF_OPEN_HZ } from "../../../src/dsp/sleep-shelf.ts";
import type { SoundPlan } from "../../../src/engine/plan.ts";
import { MOST_CLICK } from "../clicks.ts";
import { addedClicks } from "./added-clicks.ts";
import { NightEars } from "./night-ears.ts";

const RATE = 48_000;
const SECONDS = 8;
const FOAMING = { size: 1, foam: 1 };
const plan: SoundPlan = {
  seed: 3,
  layers: [{ layer: "ocean", gainDb: 0, params: FOAMING }],
  breathing: null,
  breathTone: [],
  guides: [],
  ending: null,
};
const layers = new Map([[ocean.id, ocean]]);

/** What stands out of a stretch of sea behind the open shelf, with one sample wrong by so much half-way. */
function heard(wrongBy: number) {
  const gain = calibrationGain(ocean);
  const render = { sampleRate: RATE, seed: plan.seed, frames: SECONDS * RATE, params: FOAMING };
  const sea = renderLayer(ocean, render);
  const piece = sea.map((side) => side.map((sample) => gain * sample));
  const [left = new Float32Array(0), right = left] = piece;
  left[4 * RATE] = (left[4 * RATE] ?? 0) + wrongBy;
  const shelved = Float64Array.from(left);
  new Biquad(lowPass(SHELF_OPEN_HZ, BUTTERWORTH_Q, RATE)).process(shelved);
  const ears = new NightEars(RATE, SECONDS);
  ears.hear([Float32Array.from(shelved), right]);
  return ears.clicks;
}

it("takes the sea's own foam for no click, and hears the one that was added", () => {
  const foam = heard(0);
  expect(foam.length).toBeGreaterThan(0);
  expect(addedClicks(foam, plan, layers, RATE)).toEqual([]);
  const [added, ...others] = addedClicks(heard(0.2), plan, layers, RATE);
  expect(others).toEqual([]);
  expect(Math.abs((added?.fromSeconds ?? 0) - 4)).toBeLessThan(0.3);
  expect(added?.deviations).toBeGreaterThan(MOST_CLICK);
});
