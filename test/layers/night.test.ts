import { describe, expect, it } from "vitest";
import { night } from "../../sounds/layers/nature/night.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { thirdOctaves } from "../helper/spectrum-slope.ts";

const RATE = 48_000;

/** Level of the third of an octave around a pitch, dB, over some seconds. */
function levelAt(hz: number, params: Record<string, number>): number {
  const silent = { crickets: 0, frogs: 0, owl: 0, air: 0.3 };
  const [left] = renderLayer(night, {
    sampleRate: RATE,
    seed: 1,
    frames: 3 * RATE,
    params: { ...silent, ...params },
  });
  return thirdOctaves(left, RATE, hz / 1.1, hz * 1.1)[0]?.levelDb ?? Number.NaN;
}

describe("a summer night", () => {
  it("has crickets that sing lower where it is cool", () => {
    const still = levelAt(2500, {});
    expect(levelAt(2500, { crickets: 0.6, temperatureC: 23 })).toBeGreaterThan(still + 15);
    expect(levelAt(2500, { crickets: 0.6, temperatureC: 14 })).toBeLessThan(still + 6);
  });

  it("has frogs at their pond, and air, each as much as is wanted", () => {
    const still = levelAt(1000, {});
    expect(levelAt(1000, { frogs: 0.5 })).toBeGreaterThan(still + 6);
    expect(levelAt(1000, { frogs: 1 })).toBeGreaterThan(levelAt(1000, { frogs: 0.5 }));
    expect(levelAt(200, { air: 1 }) - levelAt(200, {})).toBeCloseTo(20 * Math.log10(1 / 0.3), 0);
  });

  it("has an owl now and then, and none where none is wanted", () => {
    // The owl stands below 1 kHz, and a low rate is soon rendered.
    const sampleRate = 8000;
    const loudParts = (owl: number) => {
      const params = { crickets: 0, frogs: 0, air: 0.3, owl };
      const [left] = renderLayer(night, { sampleRate, seed: 2, frames: 80 * sampleRate, params });
      const parts = Array.from({ length: 800 }, (_, part) => left.subarray(part * 800, (part + 1) * 800));
      return parts.filter((part) => part.some((sample) => Math.abs(sample) > 0.02)).length;
    };
    expect(loudParts(0)).toBe(0);
    expect(loudParts(1)).toBeGreaterThan(10);
    expect(loudParts(1)).toBeLessThan(120);
  });
});
