import { expect, it } from "vitest";
import { windInTrees } from "../../sounds/layers/nature/wind-in-trees.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { rms } from "../helper/levels.ts";
import { thirdOctaves } from "../helper/spectrum-slope.ts";

const RATE = 48_000;
const render = (params: Record<string, number>) =>
  renderLayer(windInTrees, { sampleRate: RATE, seed: 1, frames: 6 * RATE, params })[0];
const tilt = (signal: Float32Array) => {
  const at = (hz: number) => thirdOctaves(signal, RATE, hz / 1.1, hz * 1.1)[0]?.levelDb ?? 0;
  return at(5000) - at(1250);
};

it("wind in trees is louder in a gale", () => {
  const [calm = 1, gale = 0] = [0, 1].map((strength) => rms(render({ strength })));
  expect(20 * Math.log10(gale / calm)).toBeGreaterThan(6);
});

it("leaves are brighter than needles", () => {
  expect(tilt(render({ needles: 0 }))).toBeGreaterThan(tilt(render({ needles: 1 })) + 6);
});
