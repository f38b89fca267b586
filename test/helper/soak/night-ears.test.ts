import { expect, it } from "vitest";
import { curveAt } from "../../../src/engine/curve.ts";
import { enteringCurve } from "../../../src/engine/fades.ts";
import { whiteNoise } from "../signals.ts";
import { steepestRise } from "../startle.ts";
import { NightEars } from "./night-ears.ts";

const RATE = 48_000;
const SECONDS = 12;
/** White noise at -30 LUFS on both sides. */
const sides = [1, 2].map((seed) => whiteNoise(SECONDS, RATE, seed, 10 ** (-36.1 / 20)));

function steepest(gainAt: (seconds: number) => number): { byEars: number; byRule: number } {
  const [left, right] = sides.map((side) => side.map((sample, frame) => sample * gainAt(frame / RATE)));
  if (!left || !right) throw new Error("there are two sides");
  const ears = new NightEars(RATE, SECONDS);
  ears.hear([left, right]);
  return { byEars: ears.steepest(), byRule: steepestRise([left, right], RATE).worst };
}

it("judges a night's entrance from the silence before it, as the startle rule does", () => {
  const { byEars, byRule } = steepest((seconds) => curveAt(enteringCurve(0), seconds));
  expect(byEars).toBeCloseTo(byRule, 2);
  expect(byEars).toBeLessThan(1);
});

it("hears a night that is there at once", () => {
  const { byEars, byRule } = steepest(() => 1);
  expect(byEars).toBeCloseTo(byRule, 2);
  expect(byEars).toBeGreaterThan(1);
});
