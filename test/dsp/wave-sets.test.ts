import { describe, expect, it } from "vitest";
import { WaveSets } from "../../src/dsp/wave-sets.ts";
import { intervals, variation } from "../helper/events.ts";

/** Every wave of a stretch, in order. */
function waves(seed: number, setSeconds: number, seconds: number) {
  const sets = new WaveSets(seed, setSeconds);
  const found = new Map<number, { rise: number; height: number }>();
  for (let at = 0; at < seconds; at += 5) {
    sets.seek(at);
    for (let i = 0; i < sets.count; i++) {
      const start = sets.start[i] ?? 0;
      found.set(start, { rise: sets.riseSeconds[i] ?? 0, height: sets.height[i] ?? 0 });
    }
  }
  return [...found].sort(([a], [b]) => a - b);
}

describe("wave sets", () => {
  it.each([61, 67, 71])("of %i s have periods of 6-14 s that vary by 20-30 %%", (setSeconds) => {
    const starts = waves(1, setSeconds, 20_000).map(([start]) => start);
    const periods = intervals(starts);
    const inside = periods.filter((period) => period >= 6 && period <= 14).length / periods.length;
    expect(inside).toBeGreaterThan(0.9);
    expect(variation(periods)).toBeGreaterThan(0.2);
    expect(variation(periods)).toBeLessThan(0.3);
  });

  it("rise for 2-4 s to a height of 1 at most", () => {
    for (const [, { rise, height }] of waves(2, 61, 5000)) {
      expect(rise).toBeGreaterThanOrEqual(2);
      expect(rise).toBeLessThanOrEqual(4);
      expect(height).toBeGreaterThan(0.3);
      expect(height).toBeLessThanOrEqual(1);
    }
  });

  it("are the same from anywhere, and hold all that can sound there", () => {
    const through = new WaveSets(3, 61);
    for (let second = -300; second < 600; second += 7) through.seek(second);
    const alone = new WaveSets(3, 61);
    through.seek(200);
    alone.seek(200);
    expect(alone.count).toBe(through.count);
    expect(alone.start).toEqual(through.start);
    expect(alone.height).toEqual(through.height);
    for (let second = -300; second < 300; second += 3) {
      alone.seek(second);
      expect(alone.start[0]).toBeLessThan(second - 14);
    }
  });
});
