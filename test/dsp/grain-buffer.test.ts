import { describe, expect, it } from "vitest";
import { GrainBuffer } from "../../src/dsp/grain-buffer.ts";

const RATE = 48_000;
const grain = Float64Array.of(1, 0.5, 0.25);

function take(buffer: GrainBuffer, frame: number): readonly [Float64Array, Float64Array] {
  const sides = [new Float64Array(128), new Float64Array(128)] as const;
  buffer.take(...sides, frame);
  return sides;
}

describe("grain buffer", () => {
  it("gives back a grain where it was put, across blocks, once", () => {
    const buffer = new GrainBuffer(0.01, RATE);
    buffer.add(grain, 3, 127, 1, 0);
    const [first] = take(buffer, 0);
    const [second] = take(buffer, 128);
    expect(first[127]).toBeCloseTo(Math.SQRT1_2);
    expect([second[0], second[1]]).toEqual([0.5 * Math.SQRT1_2, 0.25 * Math.SQRT1_2]);
    for (let frame = 256; frame < 4096; frame += 128) {
      expect(take(buffer, frame)[0].every((sample) => sample === 0)).toBe(true);
    }
  });

  it("works before frame 0 and beyond 2^31", () => {
    for (const frame of [-1280, 2 ** 31, 2 ** 32 + 128]) {
      const buffer = new GrainBuffer(0.01, RATE);
      buffer.add(grain, 1, frame + 5, 1, 0);
      expect(take(buffer, frame)[0][5]).toBeCloseTo(Math.SQRT1_2);
    }
  });

  it("pans with equal power and lets the farther ear wait", () => {
    const buffer = new GrainBuffer(0.01, RATE);
    buffer.add(grain, 1, 0, 1, 0.8);
    const [left, right] = take(buffer, 0);
    const power = (side: Float64Array) => side.reduce((sum, sample) => sum + sample * sample, 0);
    expect(power(left) + power(right)).toBeCloseTo(1);
    expect(power(right)).toBeGreaterThan(10 * power(left));
    expect(right.findIndex((sample) => sample !== 0)).toBe(0);
    expect(left.findIndex((sample) => sample !== 0) / RATE).toBeCloseTo(0.8 * 0.0004, 4);
  });
});
