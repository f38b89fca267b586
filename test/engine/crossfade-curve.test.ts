import fc from "fast-check";
import { expect, test } from "vitest";
import { CROSSFADE_SECONDS, crossfadeCurve } from "../../src/engine/crossfade-curve.ts";
import { curveAt } from "../../src/engine/curve.ts";

test("two beds that cross keep their sum, within a third of a decibel, for all of the eight seconds", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 2, noNaN: true }), (gain) => {
      const [leaves, comes] = [crossfadeCurve(gain, 0, 100), crossfadeCurve(0, gain, 100)];
      for (let at = 99; at < 100 + CROSSFADE_SECONDS + 1; at += 0.05) {
        const power = curveAt(leaves, at) ** 2 + curveAt(comes, at) ** 2;
        expect(Math.abs(10 * Math.log10(power / gain ** 2))).toBeLessThan(0.34);
      }
      expect([curveAt(leaves, 108), curveAt(comes, 108)]).toEqual([0, gain]);
    }),
  );
});

test("a layer that is in both goes straight from level to level, and never past either", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 2, noNaN: true }),
      fc.double({ min: 0.01, max: 2, noNaN: true }),
      (from, to) => {
        const curve = crossfadeCurve(from, to, 0);
        for (const { value } of curve) {
          expect(value).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(from, to) + 1e-9);
        }
      },
    ),
  );
});
