import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Automation } from "../../src/dsp/automation.ts";

const RATE = 48_000;

const points = fc
  .uniqueArray(fc.integer({ min: -100, max: 1000 }), { minLength: 1, maxLength: 20 })
  .map((seconds) => seconds.sort((a, b) => a - b))
  .chain((seconds) =>
    fc.tuple(
      ...seconds.map((atSeconds) =>
        fc.record({ atSeconds: fc.constant(atSeconds), value: fc.double({ min: -1, max: 1, noNaN: true }) }),
      ),
    ),
  );

describe("automation", () => {
  it("answers the same in any order of asking", () => {
    fc.assert(
      fc.property(
        points,
        fc.array(fc.integer({ min: -200, max: 1100 }), { minLength: 1 }),
        (plan, seconds) => {
          const used = new Automation({ points: plan }, RATE);
          for (const second of seconds) {
            const fresh = new Automation({ points: plan }, RATE);
            expect(used.at(second * RATE)).toBe(fresh.at(second * RATE));
          }
        },
      ),
    );
  });

  it("passes through its points, stays between them, and holds before and after", () => {
    fc.assert(
      fc.property(points, (plan) => {
        const automation = new Automation({ points: plan, curve: "cosine" }, RATE);
        for (const { atSeconds, value } of plan)
          expect(automation.at(atSeconds * RATE)).toBeCloseTo(value, 9);
        for (const [index, { atSeconds, value }] of plan.entries()) {
          const next = plan[index + 1];
          if (!next) continue;
          const between = automation.at(((atSeconds + next.atSeconds) / 2) * RATE);
          expect(between).toBeGreaterThanOrEqual(Math.min(value, next.value) - 1e-9);
          expect(between).toBeLessThanOrEqual(Math.max(value, next.value) + 1e-9);
        }
        expect(automation.at(-1e9)).toBe(plan[0]?.value);
        expect(automation.at(1e9)).toBe(plan.at(-1)?.value);
      }),
    );
  });

  it("repeats for ever", () => {
    const automation = new Automation(
      {
        points: [
          { atSeconds: 0, value: 5 },
          { atSeconds: 4, value: 1 },
          { atSeconds: 10, value: 0 },
        ],
        repeat: { fromSeconds: 4, periodSeconds: 6 },
      },
      RATE,
    );
    expect(automation.at(2 * RATE)).toBe(3);
    for (const second of [7, 13, 28_807]) expect(automation.at(second * RATE)).toBeCloseTo(0.5, 9);
    expect(automation.at(2 * RATE)).toBe(3);
  });
});
