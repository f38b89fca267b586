import { describe, expect, it } from "vitest";
import { rain } from "../../sounds/layers/nature/rain.ts";
import type { AutomationPlan } from "../../src/dsp/automation.ts";
import { dropRate, RainDrops } from "../../src/dsp/rain-drops.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { intervals, ksExponential, variation } from "../helper/events.ts";
import { crestDb, rms } from "../helper/levels.ts";
import { thirdOctaves } from "../helper/spectrum-slope.ts";

const RATE = 48_000;

describe("rain's drops", () => {
  it("number 10 a second in the lightest rain and 1000 in the heaviest", () => {
    expect([0, 0.5, 1].map(dropRate)).toEqual([10, 100, 1000]);
  });

  it.each([0.1, 0.5, 0.9])("fall at random at intensity %f: exponential gaps at the rate", (intensity) => {
    const rate = dropRate(intensity);
    const seconds = 3000 / rate;
    const drops = new RainDrops(2, RATE);
    const times: number[] = [];
    for (let block = 0; block < (seconds * RATE) / 128; block++) {
      drops.rate = rate;
      const count = drops.draw(block);
      for (let i = 0; i < count; i++) times.push((drops.startFrame[i] ?? 0) / RATE);
    }
    expect(Math.abs(times.length / (rate * seconds) - 1)).toBeLessThan(0.1);
    expect(variation(intervals(times))).toBeGreaterThan(0.9);
    expect(variation(intervals(times))).toBeLessThan(1.1);
    expect(ksExponential(intervals(times).slice(0, 1000)).p).toBeGreaterThan(0.01);
  });
});

describe("rain", () => {
  const render = (params: Record<string, number>, seed = 1) =>
    renderLayer(rain, { sampleRate: RATE, seed, frames: 10 * RATE, params })[0];

  it("grows louder with its intensity, from light to heavy by 8-25 dB", () => {
    const levels = [0, 0.25, 0.5, 0.75, 1].map((intensity) => 20 * Math.log10(rms(render({ intensity }))));
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    const growth = (levels.at(-1) ?? 0) - (levels[0] ?? 0);
    expect(growth).toBeGreaterThan(8);
    expect(growth).toBeLessThan(25);
  });

  it("is dull and ringing near 2 kHz behind the window", () => {
    const level = (signal: Float32Array, hz: number) => {
      const bands = thirdOctaves(signal, RATE, hz / 1.1, hz * 1.1);
      return bands[0]?.levelDb ?? Number.NaN;
    };
    const open = render({ surface: 0 });
    const window = render({ surface: 1 });
    expect(level(window, 8000) - level(window, 500)).toBeLessThan(level(open, 8000) - level(open, 500) - 10);
    expect(level(window, 2000)).toBeGreaterThan(level(window, 4000) + 3);
  });

  it("is struck cloth in a tent, dull; struck tin on a roof, ringing; struck leaves between them and the open", () => {
    const centre = (surface: number) => {
      const bands = thirdOctaves(render({ surface, intensity: 0.4 }), RATE, 100, 12_000);
      const powers = bands.map(({ hz, levelDb }) => ({ octave: Math.log2(hz), power: 10 ** (levelDb / 10) }));
      const whole = powers.reduce((sum, { power }) => sum + power, 0);
      return 2 ** powers.reduce((sum, { octave, power }) => sum + (octave * power) / whole, 0);
    };
    const [open = 0, leaves = 0, tent = 0, roof = 0] = [0, 2, 3, 4].map(centre);
    expect(tent).toBeLessThan(roof);
    expect(roof).toBeLessThan(leaves);
    expect(leaves).toBeLessThan(open);
  });

  it("crossfades straight to another surface: as loud on the way, and the tent between the two unheard", () => {
    const step: AutomationPlan = {
      points: [
        { atSeconds: 4, value: 2 },
        { atSeconds: 4, value: 4 },
      ],
    };
    const at = (surface: number | AutomationPlan, fromSeconds: number) => {
      const fromFrame = Math.round((fromSeconds * RATE) / 128) * 128;
      return renderLayer(rain, {
        sampleRate: RATE,
        seed: 1,
        fromFrame,
        frames: 12_800,
        params: { surface },
      })[0];
    };
    expect(at(step, 3.5)).toEqual(at(2, 3.5));
    expect(at(step, 6.5)).toEqual(at(4, 6.5));
    const way = rms(at(step, 5));
    const ends = [rms(at(2, 5)), rms(at(4, 5))];
    expect(20 * Math.log10(way / Math.min(...ends))).toBeGreaterThan(-3);
    expect(20 * Math.log10(way / Math.max(...ends))).toBeLessThan(3);
  });
});

it.each([0, 0.25, 0.5, 1])("has a crest of 20 dB at most at intensity %d", (intensity) => {
  const rendered = renderLayer(rain, {
    sampleRate: 48_000,
    seed: 2,
    frames: 60 * 48_000,
    params: { intensity },
  });
  for (const channel of rendered) expect(crestDb(channel)).toBeLessThanOrEqual(20);
});
