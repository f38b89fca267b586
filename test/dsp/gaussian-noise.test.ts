import { describe, expect, it } from "vitest";
import { fillGaussian } from "../../src/dsp/gaussian-noise.ts";

const BLOCKS = 20_000;

function block(seed: number, position: number, channel: number): Float64Array {
  const out = new Float64Array(128);
  fillGaussian(out, seed, position, channel);
  return out;
}

/** Correlation of two families of blocks; independent ones read within 5 / sqrt(samples). */
function correlation(
  first: (index: number) => Float64Array,
  second: (index: number) => Float64Array,
): number {
  let sum = 0;
  for (let index = 0; index < BLOCKS; index++) {
    const a = first(index);
    const b = second(index);
    for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  }
  return sum / (BLOCKS * 128);
}

describe("gaussian noise", () => {
  it("is normal: moments and tails", () => {
    const beyond = [0, 0, 0, 0];
    let [mean, square, fourth] = [0, 0, 0];
    for (let position = 0; position < BLOCKS; position++) {
      for (const x of block(1, position, 0)) {
        mean += x;
        square += x * x;
        fourth += x ** 4;
        for (const k of [1, 2, 3, 4]) if (Math.abs(x) > k) beyond[k - 1] = (beyond[k - 1] ?? 0) + 1;
      }
    }
    const count = BLOCKS * 128;
    expect(Math.abs(mean / count)).toBeLessThan(0.003);
    expect(square / count).toBeCloseTo(1, 2);
    expect(fourth / count).toBeCloseTo(3, 1);
    [0.317311, 0.0455, 0.0027, 0.0000633].forEach((share, k) => {
      const expected = share * count;
      expect(Math.abs((beyond[k] ?? 0) - expected)).toBeLessThan(5 * Math.sqrt(expected));
    });
  });

  it("does not correlate between neighbouring blocks, channels and seeds", () => {
    const limit = 5 / Math.sqrt(BLOCKS * 128);
    const one = (index: number) => block(1, index, 0);
    expect(Math.abs(correlation(one, (index) => block(1, index + 1, 0)))).toBeLessThan(limit);
    expect(Math.abs(correlation(one, (index) => block(1, index, 1)))).toBeLessThan(limit);
    expect(Math.abs(correlation(one, (index) => block(2, index, 0)))).toBeLessThan(limit);
    expect(Math.abs(correlation(one, (index) => block(1, -1 - index, 0)))).toBeLessThan(limit);
  });

  it("belongs to its position alone", () => {
    expect(block(5, -3, 1)).toEqual(block(5, -3, 1));
    expect(block(5, -3, 1)).not.toEqual(block(5, 3, 1));
  });
});
