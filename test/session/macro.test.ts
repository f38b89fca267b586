import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { macroPlace, macroValues } from "../../src/session/macro.ts";

const layer = {
  params: {
    rate: { min: 0, max: 100, default: 20, unit: "/s" },
    depth: { min: 0, max: 1, default: 0.5, unit: "" },
    surface: { min: 0, max: 2, default: 0, unit: "", choices: ["open", "leaves", "roof"] },
  },
  macro: { calm: { rate: 5, depth: 0.1 }, lively: { rate: 80 } },
};

describe("the slider from calm to lively", () => {
  it("has each end's values at the ends and the defaults in the middle", () => {
    expect(macroValues(layer, 0)).toEqual({ rate: 5, depth: 0.1 });
    expect(macroValues(layer, 0.5)).toEqual({ rate: 20, depth: 0.5 });
    expect(macroValues(layer, 1)).toEqual({ rate: 80, depth: 0.5 });
    expect(macroValues(layer, 0.75)["rate"]).toBeCloseTo(50, 9);
  });

  it("is found again from what it set", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
        expect(macroPlace(layer, macroValues(layer, place))).toBeCloseTo(place, 9);
      }),
    );
  });

  it("stands in the middle where nothing is set, and between the ends whatever is set", () => {
    expect(macroPlace(layer, {})).toBe(0.5);
    expect(macroPlace(layer, { surface: 2 })).toBe(0.5);
    fc.assert(
      fc.property(
        fc.record({
          rate: fc.integer({ min: 0, max: 100 }),
          depth: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        (values) => {
          const place = macroPlace(layer, values);
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
