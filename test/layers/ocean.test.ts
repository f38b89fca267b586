import { describe, expect, it } from "vitest";
import { ocean } from "../../sounds/layers/nature/ocean.ts";
import type { AutomationPlan } from "../../src/dsp/automation.ts";
import { momentaryLufs } from "../../src/dsp/loudness.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { clickiness } from "../helper/clicks.ts";

const RATE = 48_000;
const HOP_SECONDS = 0.1;

/** Four seconds in, six out, for ever. */
const breathing: AutomationPlan = {
  points: [
    { atSeconds: 0, value: 0 },
    { atSeconds: 4, value: 1 },
    { atSeconds: 10, value: 0 },
  ],
  curve: "cosine",
  repeat: { fromSeconds: 0, periodSeconds: 10 },
};

function levels(params: Record<string, number | AutomationPlan>, seed: number): Float64Array {
  const channels = renderLayer(ocean, { sampleRate: RATE, seed, frames: 120 * RATE, params });
  return momentaryLufs(channels, RATE, HOP_SECONDS);
}

/** The middle 96 % of levels, dB: one ripple does not make a trough. */
function range(of: Float64Array): number {
  const sorted = [...of].sort((a, b) => a - b);
  return (sorted[Math.floor(0.98 * sorted.length)] ?? 0) - (sorted[Math.floor(0.02 * sorted.length)] ?? 0);
}

describe("ocean", () => {
  it("has waves to hear, and no trough more than 12 dB under its crest", () => {
    for (const params of [{}, { breath: 1, swell: breathing }]) {
      const dynamic = range(levels(params, 2));
      expect(dynamic).toBeGreaterThan(6);
      expect(dynamic).toBeLessThanOrEqual(12);
    }
  });

  it("rises as one breathes in and falls as one breathes out", () => {
    const heard = levels({ breath: 1, swell: breathing }, 3);
    // Momentary loudness looks at 400 ms: value i is heard 0.2 s after it begins.
    const at = (seconds: number) => {
      let sum = 0;
      let count = 0;
      for (let time = seconds; time < 118; time += 10, count++)
        sum += heard[Math.round((time - 0.2) / HOP_SECONDS)] ?? 0;
      return sum / count;
    };
    const inhale = [10, 11, 12, 13, 14].map(at);
    const exhale = [14, 15.5, 17, 18.5, 20].map(at);
    expect(inhale).toEqual([...inhale].sort((a, b) => a - b));
    expect(exhale).toEqual([...exhale].sort((a, b) => b - a));
    const loudest = Array.from({ length: 20 }, (_, half) => at(10 + half / 2));
    const peakSeconds = loudest.indexOf(Math.max(...loudest)) / 2;
    expect(Math.abs(peakSeconds - 4)).toBeLessThanOrEqual(0.5);
  });

  it("takes a change between sea and breath without a click", () => {
    const toggle: AutomationPlan = {
      points: [
        { atSeconds: 2, value: 0 },
        { atSeconds: 2.00001, value: 1 },
        { atSeconds: 6, value: 1 },
        { atSeconds: 6.00001, value: 0 },
      ],
    };
    const params = { breath: toggle, swell: 0.5 };
    const quiet = renderLayer(ocean, { sampleRate: RATE, seed: 4, frames: 10 * RATE });
    const toggled = renderLayer(ocean, { sampleRate: RATE, seed: 4, frames: 10 * RATE, params });
    expect(clickiness(toggled[0], RATE, 0.5)).toBeLessThan(clickiness(quiet[0], RATE, 0.5) + 3);
  });
});
