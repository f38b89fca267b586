import { describe, expect, it } from "vitest";
import { ocean } from "../../sounds/layers/nature/ocean.ts";
import type { AutomationPlan } from "../../src/dsp/automation.ts";
import { calibrationGain } from "../../src/dsp/layer.ts";
import { integratedLufs, momentaryLufs } from "../../src/dsp/loudness.ts";
import { METER_HOP_SECONDS } from "../../src/dsp/loudness-meter.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { WaveClock } from "../../src/dsp/wave-clock.ts";
import { wavePlan } from "../../src/engine/swell.ts";
import { breathing as breathsOf } from "../../src/session/breath.ts";
import { clickiness } from "../helper/clicks.ts";
import { steepestOf } from "../helper/rises.ts";
import { thirdOctaves } from "../helper/spectrum-slope.ts";

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

  it.each([24, 12, 6])("startles nobody who breathes %d times a minute", (perMinute) => {
    const [breath] = breathsOf({ atSeconds: 0, perMinute, pattern: [4, 0, 6, 0] });
    if (!breath) throw new Error("no breath");
    const params = { breath: 1, swell: wavePlan([breath]) };
    const channels = renderLayer(ocean, { sampleRate: RATE, seed: 1, frames: 40 * RATE, params });
    const gain = calibrationGain(ocean);
    const course = momentaryLufs(
      channels.map((channel) => channel.map((sample) => gain * sample)),
      RATE,
      METER_HOP_SECONDS,
    );
    // The rest is left for what else may rise then: a bed that comes up again after a sentence.
    expect(steepestOf(course)).toBeLessThan(0.8);
    expect(range(course)).toBeGreaterThan(3);
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

describe("the size, period and foam of waves", () => {
  const heardAt = (params: Record<string, number>) =>
    renderLayer(ocean, { sampleRate: RATE, seed: 2, frames: 15 * RATE, params });

  it("come as often as the period says, however it is set", () => {
    for (const periodSeconds of [6, 9, 14]) {
      const clock = new WaveClock(RATE, () => periodSeconds);
      clock.read(0);
      const begin = clock.seconds;
      clock.read(Math.round((60 * RATE) / 128) * 128);
      expect(clock.seconds - begin).toBeCloseTo((60 * 9) / periodSeconds, 1);
      clock.shown = clock.seconds - (5 * 9) / periodSeconds;
      clock.readAge();
      expect(clock.age).toBeCloseTo(5, 6);
    }
  });

  it("never run backwards while the period changes", () => {
    const periodAt = (frame: number) => 14 - Math.min(8, Math.max(0, (frame / RATE - 20) * 2.7));
    const clock = new WaveClock(RATE, periodAt);
    const ages: number[] = [];
    clock.read(Math.round((18 * RATE) / 128) * 128);
    const wave = clock.seconds;
    for (let seconds = 18; seconds < 27; seconds += 0.1) {
      clock.read(Math.round((seconds * RATE) / 128) * 128);
      clock.shown = wave;
      clock.readAge();
      ages.push(clock.age);
    }
    expect(ages).toEqual([...ages].sort((a, b) => a - b));
    expect(ages.at(-1)).toBeCloseTo(8.9, 0);
  });

  it("are louder when high, and brighter when foamy", () => {
    const [low, high] = [0, 1].map((size) => integratedLufs(heardAt({ size }), RATE));
    expect((high ?? 0) - (low ?? 0)).toBeGreaterThan(2);
    const bright = (foam: number) => {
      const signal = heardAt({ foam })[0];
      const at = (hz: number) => thirdOctaves(signal, RATE, hz / 1.1, hz * 1.1)[0]?.levelDb ?? 0;
      return at(6300) - at(500);
    };
    expect(bright(1)).toBeGreaterThan(bright(0) + 2);
  });
});
