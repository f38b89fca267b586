import { describe, expect, it } from "vitest";
import { writeImpact } from "../../src/dsp/drop-impact.ts";
import { Random } from "../../src/dsp/random.ts";

const RATE = 48_000;

function impact(pulseSeconds: number): Float64Array {
  const random = new Random();
  random.seed(1, 2, 3);
  const out = new Float64Array(4800);
  return out.subarray(0, writeImpact(out, Math.round(pulseSeconds * RATE), random));
}

describe("drop impact", () => {
  it("strikes at once and is over in its length", () => {
    const sound = impact(0.0005);
    const loudest = sound.reduce(
      (best, value, at) => (Math.abs(value) > Math.abs(sound[best] ?? 0) ? at : best),
      0,
    );
    expect(loudest / RATE).toBeLessThan(0.0005);
    expect(Math.abs(sound[loudest] ?? 0)).toBeGreaterThan(0.7);
    expect(Math.abs(sound[loudest] ?? 0)).toBeLessThan(1.4);
    expect(sound.length).toBeLessThanOrEqual(24 * (1 + 1.6 * Math.log(1000)) + 2);
    expect(Math.abs(sound.at(-1) ?? 1)).toBeLessThan(0.001);
  });

  it("never writes beyond its buffer", () => {
    const random = new Random();
    random.seed(1, 1);
    expect(writeImpact(new Float64Array(10), 48, random)).toBe(10);
  });
});
