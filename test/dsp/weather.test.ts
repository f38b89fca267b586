import { describe, expect, it } from "vitest";
import { Weather } from "../../src/dsp/weather.ts";

describe("weather", () => {
  const hours = Array.from({ length: 40_000 }, (_, index) => index - 20_000);

  it("has mean 0 and deviation 1, and never runs away", () => {
    for (const seed of [1, 2, 3]) {
      const weather = new Weather(seed, 60, 5);
      const values = hours.map((second) => weather.at(second));
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const square = values.reduce((sum, value) => sum + value * value, 0) / values.length;
      expect(Math.abs(mean)).toBeLessThan(0.1);
      expect(square).toBeGreaterThan(0.85);
      expect(square).toBeLessThan(1.15);
      expect(Math.max(...values.map(Math.abs))).toBeLessThan(4.5);
    }
  });

  it("changes slowly and without steps", () => {
    const weather = new Weather(4, 60, 5);
    let steepest = 0;
    for (let second = 0; second < 2000; second += 0.01) {
      steepest = Math.max(steepest, Math.abs(weather.at(second + 0.01) - weather.at(second)));
    }
    expect(steepest).toBeLessThan(0.02);
  });

  it("depends on the moment alone, whatever was asked before", () => {
    const asked = new Weather(5, 2, 0.1);
    for (const second of [3, 900, -17.3, 0]) asked.at(second);
    for (const second of [-17.3, 3.21, 28_800]) {
      expect(asked.at(second)).toBe(new Weather(5, 2, 0.1).at(second));
      expect(asked.at(second)).not.toBe(new Weather(6, 2, 0.1).at(second));
    }
  });
});
