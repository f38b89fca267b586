import { expect, it } from "vitest";
import { LevelDrift } from "../../src/dsp/level-drift.ts";
import { SoftEdge } from "../../src/dsp/soft-edge.ts";
import { gainsDb } from "./response.ts";

it("a soft edge at 0 leaves every sample as it is, at 1 brings the highs down by 14 dB and leaves the lows", () => {
  const edge = new SoftEdge(1000, 48_000);
  const samples = Float64Array.from({ length: 128 }, (_, index) => Math.sin(index));
  const filtered = samples.slice();
  edge.process(filtered, { from: 0, to: 0 });
  expect(filtered).toEqual(samples);
  edge.reset();
  const gains = gainsDb((signal) => edge.process(signal, { from: 1, to: 1 }), [30, 1000, 20_000], 48_000);
  expect(gains[0]).toBeCloseTo(0, 1);
  expect(gains[1]).toBeCloseTo(-2.8, 1);
  expect(gains[2]).toBeCloseTo(-14, 0);
});

it("a level drifts within 2 dB, by no more than 0.1 dB in a second, and not at all at 0", () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const drift = new LevelDrift(seed);
    const levels = Array.from({ length: 8 * 3600 }, (_, second) => 20 * Math.log10(drift.gainAt(second, 1)));
    const steps = levels.slice(1).map((level, index) => Math.abs(level - (levels[index] ?? 0)));
    expect(Math.max(...levels.map(Math.abs))).toBeLessThanOrEqual(2.0001);
    expect(Math.max(...levels) - Math.min(...levels)).toBeGreaterThan(3);
    expect(Math.max(...steps)).toBeLessThanOrEqual(0.1);
    expect(drift.gainAt(1234, 0)).toBe(1);
  }
});
