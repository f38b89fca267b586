import { describe, expect, it } from "vitest";
import type { AutomationPlan } from "../../src/dsp/automation.ts";
import { calibrationGain, type LayerDefinition } from "../../src/dsp/layer.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { paramMove } from "../../src/engine/param-move.ts";
import { steepestRise } from "../helper/startle.ts";
import { layers } from "./layers.ts";

const RATE = 48_000;
const HAND_SECONDS = 1.5;
const sliders = layers.flatMap(([id, layer]) =>
  Object.keys(layer.params)
    .filter((name) => layer.params[name]?.role !== "breath")
    .map((name) => [id, name, layer] as const),
);

/** The steepest rise while the parameter goes from one end to the other, the worst of three seeds. */
function startle(layer: LayerDefinition, name: string, move: AutomationPlan): number {
  // Where something breathes, a full breath: the largest step that a choice to follow it can make.
  const breath = Object.entries(layer.params).flatMap(([each, { role }]) => (role ? [[each, 1]] : []));
  const gain = calibrationGain(layer);
  const worst = [1, 2, 3].map((seed) => {
    const params = { ...Object.fromEntries(breath), [name]: move };
    const channels = renderLayer(layer, { sampleRate: RATE, seed, frames: 7 * RATE, params });
    const heard = channels.map((channel) => channel.map((sample) => gain * sample));
    return steepestRise(heard, RATE, 0).worst;
  });
  return Math.max(...worst);
}

describe.each(sliders)("a hand on %s's %s", (_id, name, layer) => {
  it("from one end to the other and back never startles", () => {
    const info = layer.params[name];
    if (!info) throw new Error(`${layer.id} has no ${name}`);
    const at = (value: number): AutomationPlan => ({ points: [{ atSeconds: 0, value }] });
    const up = paramMove(info, at(info.min), info.max, HAND_SECONDS);
    const down = paramMove(info, at(info.max), info.min, HAND_SECONDS);
    expect(startle(layer, name, up)).toBeLessThanOrEqual(1);
    expect(startle(layer, name, down)).toBeLessThanOrEqual(1);
  });
});

describe("a move of a parameter", () => {
  const info = { min: 0, max: 10, default: 4, unit: "" };
  const ends = (plan: AutomationPlan) => plan.points.map(({ atSeconds, value }) => [atSeconds, value]);

  it("takes three seconds over the whole range and its part of them over less, but is always a ramp", () => {
    const whole = paramMove(info, { points: [{ atSeconds: 0, value: 0 }] }, 10, 100);
    expect(ends(whole)).toEqual([
      [100, 0],
      [103, 10],
    ]);
    expect(paramMove(info, undefined, 9, 100).points[1]?.atSeconds).toBeCloseTo(101.5);
    expect(paramMove(info, undefined, 4.1, 100).points[1]?.atSeconds).toBeCloseTo(100.15);
  });

  it("begins where the one before it has come, and stays within the range", () => {
    const first = paramMove(info, { points: [{ atSeconds: 0, value: 0 }] }, 10, 100);
    expect(paramMove(info, first, 99, 101.5).points.map(({ value }) => value)).toEqual([5, 10]);
    expect(paramMove(info, first, -99, 200).points.map(({ value }) => value)).toEqual([10, 0]);
  });
});
