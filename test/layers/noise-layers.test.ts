import { describe, expect, it } from "vitest";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { crestDb } from "../helper/levels.ts";
import { envelopeRepetition, whitenedRepetition } from "../helper/repetition.ts";
import { iacc, monoLossDb } from "../helper/stereo.ts";
import { noises } from "./layers.ts";

const RATE = 48_000;

describe.each(noises)("the noise of layer %s", (_id, layer) => {
  const [left, right] = renderLayer(layer, { sampleRate: RATE, seed: 11, frames: 120 * RATE });

  it("does not repeat", { timeout: 60_000 }, () => {
    expect(whitenedRepetition(left, RATE).peak).toBeLessThanOrEqual(0.01);
  });

  it("has an envelope that does not repeat", { timeout: 60_000 }, () => {
    // Waves come every ten seconds or so by design; even they must not come in the same order again.
    const isPeriodic = layer.memorySeconds > 5;
    const lags = { fromSeconds: isPeriodic ? layer.memorySeconds : 1, toSeconds: 60 };
    expect(envelopeRepetition(left, RATE, lags).peak).toBeLessThan(isPeriodic ? 0.5 : 0.35);
  });

  it("is as wide as a diffuse sound, and keeps its strength in mono", () => {
    const width = iacc(left.subarray(0, 30 * RATE), right.subarray(0, 30 * RATE), RATE, {
      fromHz: 500,
      toHz: 16_000,
    });
    expect(width).toBeGreaterThanOrEqual(0.05);
    expect(width).toBeLessThanOrEqual(0.3);
    expect(monoLossDb(left, right)).toBeLessThanOrEqual(3.5);
  });

  it("has no peak far above its level", () => {
    for (const channel of [left, right]) expect(crestDb(channel)).toBeLessThanOrEqual(20);
  });
});
