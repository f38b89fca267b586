import { describe, expect, it } from "vitest";
import { brown } from "../../sounds/layers/noise/brown.ts";
import { pink } from "../../sounds/layers/noise/pink.ts";
import { white } from "../../sounds/layers/noise/white.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { clickiness } from "../helper/clicks.ts";
import { crestDb } from "../helper/levels.ts";
import { spectrumSlope } from "../helper/spectrum-slope.ts";

/** Ideal slopes, dB per octave; brown is judged above its 20 Hz high-pass. */
const colours = [
  ["white", white, 0, 31],
  ["pink", pink, -3.01, 31],
  ["brown", brown, -6.02, 39],
] as const;

describe.each(colours)("%s noise", (_id, layer, ideal, fromHz) => {
  it.each([44_100, 48_000, 96_000])(
    "falls by the octave as it should, at %i Hz",
    { timeout: 60_000 },
    (sampleRate) => {
      const [left] = renderLayer(layer, { sampleRate, seed: 21, frames: 120 * sampleRate });
      const slope = spectrumSlope(left, sampleRate, fromHz);
      expect(Math.abs(slope.dbPerOctave - ideal)).toBeLessThanOrEqual(0.05);
      expect(slope.worstResidualDb).toBeLessThanOrEqual(0.8);
    },
  );

  it("is gaussian: a crest of 13-15 dB, no click", () => {
    const sampleRate = 48_000;
    const [left, right] = renderLayer(layer, { sampleRate, seed: 22, frames: 20 * sampleRate });
    for (const channel of [left, right]) {
      expect(crestDb(channel)).toBeGreaterThan(12);
      expect(crestDb(channel)).toBeLessThan(15);
      expect(clickiness(channel, sampleRate)).toBeLessThanOrEqual(7);
    }
  });
});
