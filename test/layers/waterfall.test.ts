import { describe, expect, it } from "vitest";
import { waterfall } from "../../sounds/layers/nature/waterfall.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { variation } from "../helper/events.ts";
import { rms } from "../helper/levels.ts";
import { fitSlope, thirdOctaves } from "../helper/spectrum-slope.ts";

const RATE = 48_000;

describe("waterfall", () => {
  const [usual] = renderLayer(waterfall, { sampleRate: RATE, seed: 1, frames: 10 * RATE });

  it("falls by 3 to 5 dB an octave above 500 Hz", () => {
    const slope = fitSlope(thirdOctaves(usual, RATE, 500, 12_000)).dbPerOctave;
    expect(slope).toBeLessThan(-3);
    expect(slope).toBeGreaterThan(-5);
  });

  it("wavers by less than 10 %", () => {
    const levels = Array.from({ length: 50 }, (_, i) => rms(usual.subarray(i * 9600, (i + 1) * 9600)));
    expect(variation(levels)).toBeLessThan(0.1);
  });
});
