import fc from "fast-check";
import { expect, test } from "vitest";
import { Automation } from "../../src/dsp/automation.ts";
import { EVENTS_LEFT, thinningFrom, thinningPlan } from "../../src/engine/thinning.ts";

const RATE = 48_000;

function at(plan: ReturnType<typeof thinningPlan>, seconds: number): number {
  return new Automation(plan, RATE).at(Math.round(seconds * RATE));
}

test("events thin out over the first two thirds of the fade, and come back with the wake", () => {
  const wake = { fromSeconds: 20_000, fullSeconds: 21_500, untilSeconds: 22_400 };
  const plan = thinningPlan({ deadlineSeconds: 1900, fadeSeconds: 900, wake });
  expect([0, 999, 1000].map((seconds) => at(plan, seconds))).toEqual([1, 1, 1]);
  expect(at(plan, 1300)).toBeCloseTo((1 + EVENTS_LEFT) / 2, 9);
  expect([1600, 1900, 20_000].map((seconds) => at(plan, seconds))).toEqual(Array(3).fill(EVENTS_LEFT));
  expect(at(plan, 21_500)).toBe(1);
  expect(at(thinningPlan(null), 30_000)).toBe(1);
});

test("a change of plan leaves the last minute as it was, joins it without a step, and ends on the new one", () => {
  const time = fc.integer({ min: 100, max: 8000 });
  const anEnding = fc.option(
    fc.record({ deadlineSeconds: time, fadeSeconds: fc.integer({ min: 120, max: 3600 }) }),
  );
  fc.assert(
    fc.property(anEnding, anEnding, anEnding, time, fc.nat(30), (first, second, third, now, later) => {
      const laid = thinningFrom(second, thinningPlan(first), now);
      const again = thinningFrom(third, laid, now + later);
      for (const back of [0, 1, 10, 59]) {
        expect(at(laid, now - back)).toBeCloseTo(at(thinningPlan(first), now - back), 6);
        if (back >= later) continue;
        expect(at(again, now + later - back)).toBeCloseTo(at(laid, now + later - back), 6);
      }
      expect(at(again, now + later + 4)).toBeCloseTo(at(thinningPlan(third), now + later + 4), 6);
      for (let seconds = now - 50; seconds < now + 50; seconds++) {
        expect(Math.abs(at(again, seconds + 0.01) - at(again, seconds))).toBeLessThan(0.01);
      }
    }),
  );
});
