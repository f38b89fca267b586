import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EventSlots } from "../../src/dsp/event-slots.ts";
import { intervals, variation } from "../helper/events.ts";

const GAPS = { least: 30, most: 60 };

function starts(seed: number, fromSeconds: number, toSeconds: number, part = 1): number[] {
  const slots = new EventSlots(seed, GAPS, toSeconds - fromSeconds);
  const count = slots.find(fromSeconds, toSeconds);
  return [...slots.startSeconds.subarray(0, count)].filter((_, i) => (slots.rank[i] ?? 1) < part);
}

describe("event slots", () => {
  it("keep every gap within its bounds, irregular, at the mean gap", () => {
    const gaps = intervals(starts(1, -2000, 90_000));
    expect(gaps.length).toBeGreaterThan(2000);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(60);
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeCloseTo(45, 0);
    expect(variation(gaps)).toBeGreaterThan(0.1);
  });

  it("thinned keep their share, at most three slots apart", () => {
    for (const part of [0.4, 0.5, 0.75]) {
      const kept = starts(2, 0, 90_000, part);
      expect(kept.length / 2000).toBeCloseTo(part, 1);
      expect(Math.max(...intervals(kept))).toBeLessThanOrEqual(3 * 45 + 15);
    }
  });

  it("are the same however a stretch is asked for", () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.double({ min: -100_000, max: 100_000, noNaN: true }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (seed, from, seconds) => {
          const middle = from + seconds / 3;
          const parts = [...starts(seed, from, middle), ...starts(seed, middle, from + seconds)];
          expect(parts).toEqual(starts(seed, from, from + seconds));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("differ from seed to seed, and refuse gaps that are none", () => {
    expect(starts(1, 0, 600)).not.toEqual(starts(2, 0, 600));
    expect(() => new EventSlots(1, { least: 0, most: 5 }, 1)).toThrow("gaps of 0..5 s");
    expect(() => new EventSlots(1, { least: 9, most: 5 }, 1)).toThrow("event slots");
  });
});
