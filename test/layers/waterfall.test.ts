import { expect, it } from "vitest";
import { waterfall } from "../../sounds/layers/nature/waterfall.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { rms } from "../helper/levels.ts";
import { spectrumSlope } from "../helper/spectrum-slope.ts";

const RATE = 48_000;

it("falls by 3 to 5 dB per octave above 500 Hz, and its level hardly moves", () => {
  const [left] = renderLayer(waterfall, { sampleRate: RATE, seed: 2, frames: 12 * RATE });
  const { dbPerOctave } = spectrumSlope(left, RATE, 500);
  expect(dbPerOctave).toBeLessThan(-3);
  expect(dbPerOctave).toBeGreaterThan(-5);
  const fifths = Array.from({ length: 60 }, (_, i) =>
    rms(left.subarray((i * RATE) / 5, ((i + 1) * RATE) / 5)),
  );
  const mean = fifths.reduce((sum, level) => sum + level, 0) / fifths.length;
  const deviation = Math.sqrt(fifths.reduce((sum, level) => sum + (level - mean) ** 2, 0) / fifths.length);
  expect(deviation / mean).toBeLessThan(0.1);
});

it("is duller from afar", () => {
  const slope = (distance: number) => {
    const [left] = renderLayer(waterfall, {
      sampleRate: RATE,
      seed: 2,
      frames: 6 * RATE,
      params: { distance },
    });
    return spectrumSlope(left, RATE, 500).dbPerOctave;
  };
  expect(slope(1)).toBeLessThan(slope(0) - 0.8);
});
