import { describe, expect, it } from "vitest";
import { Random } from "../../src/dsp/random.ts";

const COUNT = 200_000;

function draw(next: (random: Random) => number): Float64Array {
  const random = new Random();
  random.seed(7, 1);
  return Float64Array.from({ length: COUNT }, () => next(random));
}

describe("random numbers", () => {
  it("are uniform", () => {
    const bins = new Array<number>(20).fill(0);
    const values = draw((random) => random.unit());
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    for (const value of values) {
      const bin = Math.floor(20 * value);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const chiSquare = bins.reduce((sum, count) => sum + (count - COUNT / 20) ** 2 / (COUNT / 20), 0);
    // 99.9 % of the chi-square distribution with 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(43.8);
  });

  it("are normal where asked", () => {
    const values = draw((random) => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
    const square = values.reduce((sum, value) => sum + value ** 2, 0) / COUNT;
    expect(Math.abs(mean)).toBeLessThan(0.01);
    expect(square).toBeCloseTo(1, 1);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it("follow from seed, position and channel", () => {
    const first = (seed: number, position: number, channel: number) => {
      const random = new Random();
      random.seed(seed, position, channel);
      return random.unit();
    };
    expect(first(1, 2, 3)).toBe(first(1, 2, 3));
    expect(
      new Set([first(1, 2, 3), first(2, 2, 3), first(1, 3, 3), first(1, 2, 4), first(1, -2, 3)]).size,
    ).toBe(5);
  });
});
