import { describe, expect, it } from "vitest";
import { seedFor } from "../../src/dsp/seed-for.ts";
import { StereoNoise } from "../../src/dsp/stereo-noise.ts";
import { spectrumSlope } from "../helper/spectrum-slope.ts";
import { coherence, correlation } from "../helper/stereo.ts";

const RATE = 48_000;
const SECONDS = 20;

function render(noise: StereoNoise): readonly [Float64Array, Float64Array] {
  const left = new Float64Array(SECONDS * RATE);
  const right = new Float64Array(SECONDS * RATE);
  for (let block = 0; block < left.length / 128; block++) {
    noise.fill(
      left.subarray(block * 128, block * 128 + 128),
      right.subarray(block * 128, block * 128 + 128),
      block,
    );
  }
  return [left, right];
}

describe("stereo noise", () => {
  const [left, right] = render(new StereoNoise(1, { coherentLows: { sampleRate: RATE } }));

  it("is wide in the highs and together in the lows", () => {
    const high = Math.sqrt(coherence(left, right, RATE, { fromHz: 1000, toHz: 16_000 }));
    const low = Math.sqrt(coherence(left, right, RATE, { fromHz: 20, toHz: 60 }));
    expect(high).toBeGreaterThan(0.05);
    expect(high).toBeLessThan(0.2);
    expect(low).toBeGreaterThan(0.5);
    expect(low).toBeLessThan(0.9);
  });

  it("stays white on each side all the same", () => {
    for (const side of [left, right]) {
      const slope = spectrumSlope(side, RATE);
      expect(Math.abs(slope.dbPerOctave)).toBeLessThan(0.06);
      expect(slope.worstResidualDb).toBeLessThan(0.8);
    }
  });

  it("of another name or seed has nothing to do with it", () => {
    const [other] = render(new StereoNoise(seedFor(1, "rain/bed")));
    const [another] = render(new StereoNoise(seedFor(1, "pink")));
    expect(Math.abs(correlation(other, another))).toBeLessThan(0.005);
    expect(seedFor(1, "pink")).not.toBe(seedFor(2, "pink"));
  });
});
