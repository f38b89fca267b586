import { describe, expect, it } from "vitest";
import { Automation, type AutomationPlan } from "../../src/dsp/automation.ts";
import { paramGlide, paramMove } from "../../src/engine/param-move.ts";

describe("a move of a parameter", () => {
  const info = { min: 0, max: 10, default: 4, unit: "" };
  const ends = (plan: AutomationPlan) => plan.points.map(({ atSeconds, value }) => [atSeconds, value]);

  it("takes four seconds over the whole range and its part of them over less, but is always a ramp", () => {
    const whole = paramMove(info, { points: [{ atSeconds: 0, value: 0 }] }, 10, 100);
    expect(ends(whole)).toEqual([
      [100, 0],
      [104, 10],
    ]);
    expect(paramMove(info, undefined, 9, 100).points[1]?.atSeconds).toBeCloseTo(102);
    expect(paramMove(info, undefined, 4.1, 100).points[1]?.atSeconds).toBeCloseTo(100.15);
  });

  it("begins where the one before it has come, and stays within the range", () => {
    const first = paramMove(info, { points: [{ atSeconds: 0, value: 0 }] }, 10, 100);
    expect(paramMove(info, first, 99, 102).points.map(({ value }) => value)).toEqual([5, 10]);
    expect(paramMove(info, first, -99, 200).points.map(({ value }) => value)).toEqual([10, 0]);
  });

  it("between choices is a step, which the kernel crossfades without sounding those between", () => {
    const surface = { min: 0, max: 4, default: 1, unit: "", choices: ["a", "b", "c", "d", "e"] };
    const step = paramMove(surface, undefined, 4, 100);
    expect(ends(step)).toEqual([
      [100, 1],
      [100, 4],
    ]);
    const read = new Automation(step, 48_000);
    expect([100 * 48_000 - 1, 100 * 48_000].map((frame) => read.at(frame))).toEqual([1, 4]);
  });
});

describe("a scene's glide of a parameter", () => {
  const info = { min: 0, max: 10, default: 4, unit: "" };
  const points = (plan: AutomationPlan) => plan.points.map(({ atSeconds, value }) => [atSeconds, value]);

  it("holds until the scene, glides over its time, and takes over what was on its way", () => {
    const first = paramGlide(info, undefined, 8, 100, 40);
    expect(points(first)).toEqual([
      [0, 4],
      [100, 4],
      [140, 8],
    ]);
    expect(points(paramGlide(info, first, 0, 120, 60))).toEqual([
      [0, 4],
      [100, 4],
      [120, 6],
      [180, 0],
    ]);
  });

  it("is never faster than a hand", () => {
    expect(points(paramGlide(info, undefined, 9, 100, 0)).at(-1)).toEqual([102, 9]);
  });

  it("steps between choices", () => {
    const surface = { min: 0, max: 4, default: 1, unit: "", choices: ["a", "b", "c", "d", "e"] };
    const read = new Automation(paramGlide(surface, undefined, 3, 100, 30), 100);
    expect([0, 99, 9_999, 10_000, 20_000].map((frame) => read.at(frame))).toEqual([1, 1, 1, 3, 3]);
  });
});
