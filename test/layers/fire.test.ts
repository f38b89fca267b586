import { describe, expect, it } from "vitest";
import { fire } from "../../sounds/layers/nature/fire.ts";
import { FireCrackles } from "../../src/dsp/fire-crackles.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { fanoFactor } from "../helper/events.ts";
import { crestDb, rms } from "../helper/levels.ts";
import { thirdOctaves } from "../helper/spectrum-slope.ts";

const RATE = 48_000;

describe("the crackles of a fire", () => {
  it.each([3, 10])("come at %i a second, in clusters", (rate) => {
    const seconds = 1200;
    const { events } = new FireCrackles(4, RATE);
    const times: number[] = [];
    for (let block = 0; block < (seconds * RATE) / 128; block++) {
      events.rate = rate;
      const count = events.draw(block);
      for (let i = 0; i < count; i++) times.push((events.frame[i] ?? 0) / RATE);
    }
    expect(Math.abs(times.length / (rate * seconds) - 1)).toBeLessThan(0.1);
    expect(fanoFactor(times, seconds)).toBeGreaterThan(1.5);
  });
});

describe("fire", () => {
  const render = (params: Record<string, number>) =>
    renderLayer(fire, { sampleRate: RATE, seed: 1, frames: 10 * RATE, params })[0];
  const usual = render({});

  it("has crackles that stand out of it, none by more than a crest of 24 dB", () => {
    expect(crestDb(usual)).toBeLessThanOrEqual(24);
    expect(crestDb(usual)).toBeGreaterThan(18);
  });

  it("laps below 200 Hz with its flames, and crackles above 1 kHz", () => {
    const level = (signal: Float32Array, fromHz: number, toHz: number) =>
      thirdOctaves(signal, RATE, fromHz, toHz).reduce((sum, { levelDb }) => sum + 10 ** (levelDb / 10), 0);
    const lows = [0, 1].map((flames) => level(render({ flames }), 50, 200));
    expect(10 * Math.log10((lows[1] ?? 0) / (lows[0] ?? 1))).toBeGreaterThan(8);
    const highs = [0, 1].map((crackle) => level(render({ crackle }), 1000, 8000));
    expect((highs[1] ?? 0) / (highs[0] ?? 1)).toBeGreaterThan(2);
  });

  it("glows on when it hardly burns", () => {
    expect(rms(render({ flames: 0, crackle: 0 }))).toBeGreaterThan(0.1 * rms(usual));
  });
});
