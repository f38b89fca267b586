import { describe, expect, it } from "vitest";
import { blue } from "../../sounds/layers/noise/blue.ts";
import { brown } from "../../sounds/layers/noise/brown.ts";
import { green } from "../../sounds/layers/noise/green.ts";
import { grey } from "../../sounds/layers/noise/grey.ts";
import { noise } from "../../sounds/layers/noise/noise.ts";
import { pink } from "../../sounds/layers/noise/pink.ts";
import { violet } from "../../sounds/layers/noise/violet.ts";
import { white } from "../../sounds/layers/noise/white.ts";
import { integratedLufs } from "../../src/dsp/loudness.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { clickiness } from "../helper/clicks.ts";
import { greenTarget, greyTarget, sloped } from "../helper/colour-targets.ts";
import { crestDb } from "../helper/levels.ts";
import { fitSlope, thirdOctaves } from "../helper/spectrum-slope.ts";

/**
 * What each is meant to be, from where it is judged (brown and steep slopes above their high-pass), and the rate of the
 * two minutes that are measured; the filters themselves are measured at every rate in test/dsp/colour-filters.test.ts.
 */
const colours = [
  ["white", white, sloped(0), 31, 44_100],
  ["pink", pink, sloped(-3.0103), 31, 44_100],
  ["brown", brown, sloped(-6.0206), 39, 48_000],
  ["blue", blue, sloped(3.0103), 31, 44_100],
  ["violet", violet, sloped(6.0206), 31, 48_000],
  ["grey", grey, greyTarget, 31, 44_100],
  ["green", green, greenTarget, 31, 48_000],
  ["noise", noise, sloped(-4.5), 31, 44_100],
] as const;

describe.each(colours)("%s noise", (_id, layer, target, fromHz, sampleRate) => {
  it("keeps to its spectrum within 0.05 dB per octave, no band off by more than 0.8 dB", () => {
    const [left] = renderLayer(layer, { sampleRate, seed: 21, frames: 120 * sampleRate });
    const bands = thirdOctaves(left, sampleRate, fromHz).map((band) => ({
      ...band,
      densityDb: band.densityDb - target(band.hz),
    }));
    const { dbPerOctave, worstResidualDb } = fitSlope(bands);
    expect(Math.abs(dbPerOctave)).toBeLessThanOrEqual(0.05);
    expect(worstResidualDb).toBeLessThanOrEqual(0.8);
  });

  it("is gaussian: a crest of 13-15 dB, no click", () => {
    const [left, right] = renderLayer(layer, { sampleRate: 48_000, seed: 22, frames: 10 * 48_000 });
    for (const channel of [left, right]) {
      expect(crestDb(channel)).toBeGreaterThan(12);
      expect(crestDb(channel)).toBeLessThan(15);
      expect(clickiness(channel, 48_000)).toBeLessThanOrEqual(7);
    }
  });
});

describe("noise of any colour", () => {
  it("is equally loud at every slope", () => {
    const levels = [-6, -3, 0, 3, 6].map((slope) => {
      const channels = renderLayer(noise, {
        sampleRate: 48_000,
        seed: 2,
        frames: 5 * 48_000,
        params: { slope },
      });
      return integratedLufs(channels, 48_000);
    });
    for (const level of levels) expect(Math.abs(level - noise.loudnessLufs)).toBeLessThan(0.6);
  });
});
