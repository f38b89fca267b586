import fc from "fast-check";
import { expect, test } from "vitest";
import { faultsOf } from "./faults.ts";

const NIGHT_SECONDS = 300;

test("every night has its faults in order, with time between them, the last over its end", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const faults = faultsOf(seed, 10, NIGHT_SECONDS);
      expect(faults).toHaveLength(10);
      for (const [index, { atSeconds, seconds }] of faults.entries()) {
        const next = faults[index + 1];
        if (next) expect(next.atSeconds - atSeconds - seconds).toBeGreaterThan(9);
        else {
          expect(atSeconds).toBeLessThan(NIGHT_SECONDS);
          expect(atSeconds + seconds).toBeGreaterThan(NIGHT_SECONDS);
        }
        expect(seconds).toBeLessThanOrEqual(8);
      }
      expect(faultsOf(seed, 10, NIGHT_SECONDS)).toEqual(faults);
    }),
  );
});

test("more than have room are refused", () => {
  expect(() => faultsOf(1, 20, NIGHT_SECONDS)).toThrow("20 have no room in 300 s");
});
