import { describe, expect, it } from "vitest";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";
import { PoissonEvents } from "../../src/dsp/poisson.ts";
import { intervals, ksExponential, variation } from "../helper/events.ts";

const RATE = 48_000;

/** Times of events of rank under `part`, seconds. */
function times(seed: number, highestRate: number, part: number, seconds: number): number[] {
  const events = new PoissonEvents(seed, highestRate, RATE);
  const found: number[] = [];
  for (let block = 0; block < (seconds * RATE) / BLOCK_FRAMES; block++) {
    const count = events.draw(block);
    for (let i = 0; i < count; i++) {
      if ((events.rank[i] ?? 1) < part) found.push((block * BLOCK_FRAMES + (events.offset[i] ?? 0)) / RATE);
    }
  }
  return found;
}

describe("poisson events", () => {
  it.each([
    [1000, 1],
    [1000, 0.1],
    [6000, 0.25],
  ])("of %i/s, thinned to %f, have exponential gaps at that rate", (highestRate, part) => {
    const rate = highestRate * part;
    // One seed in a hundred falls under p = 0.01 by chance; this one does not.
    const found = times(1, highestRate, part, 4000 / rate);
    expect(Math.abs(found.length / 4000 - 1)).toBeLessThan(0.1);
    const gaps = intervals(found);
    expect(variation(gaps)).toBeGreaterThan(0.9);
    expect(variation(gaps)).toBeLessThan(1.1);
    expect(ksExponential(gaps.slice(0, 1000)).p).toBeGreaterThan(0.01);
  });

  it("keep every event of a lower rate when the rate rises", () => {
    const few = times(4, 1000, 0.1, 5);
    const many = new Set(times(4, 1000, 0.6, 5));
    expect(few.every((time) => many.has(time))).toBe(true);
  });

  it("are drawn in order, and alike from anywhere", () => {
    const events = new PoissonEvents(9, 6000, RATE);
    const other = new PoissonEvents(9, 6000, RATE);
    for (const block of [7, -5, 1_000_000]) {
      const count = events.draw(block);
      const offsets = [...events.offset.subarray(0, count)];
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      expect(other.draw(block)).toBe(count);
      expect([...other.offset.subarray(0, count)]).toEqual(offsets);
    }
  });
});
