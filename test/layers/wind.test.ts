import { describe, expect, it } from "vitest";
import { wind } from "../../sounds/layers/nature/wind.ts";
import { Gusts } from "../../src/dsp/gusts.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { rms } from "../helper/levels.ts";
import { thirdOctaves } from "../helper/spectrum-slope.ts";

const RATE = 48_000;

describe("gusts", () => {
  it("stand out by as much as asked for, and no minute is stormier than another", () => {
    const logs = (gustiness: number, seed: number, fromSeconds: number, seconds: number) => {
      const gusts = new Gusts(seed);
      return Array.from({ length: 10 * seconds }, (_, i) =>
        Math.log(gusts.speedAt(fromSeconds + i / 10, gustiness)),
      );
    };
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const hour = logs(0.2, 1, 0, 3600);
    const deviation = Math.sqrt(mean(hour.map((value) => value ** 2)) - mean(hour) ** 2);
    expect(deviation).toBeGreaterThan(0.15);
    expect(deviation).toBeLessThan(0.25);
    for (let minute = 0; minute < 60; minute += 7) {
      expect(Math.abs(mean(logs(0.2, 1, 60 * minute, 60)))).toBeLessThan(0.06);
    }
  });
});

describe("wind", () => {
  const render = (params: Record<string, number>, seconds = 6) =>
    renderLayer(wind, { sampleRate: RATE, seed: 1, frames: seconds * RATE, params })[0];

  it("is louder and higher, the harder it blows", () => {
    const [calm, gale] = [0, 1].map((strength) => render({ strength }));
    if (!calm || !gale) throw new Error("nothing rendered");
    expect(20 * Math.log10(rms(gale) / rms(calm))).toBeGreaterThan(6);
    const tilt = (signal: Float32Array) => {
      const at = (hz: number) => thirdOctaves(signal, RATE, hz / 1.1, hz * 1.1)[0]?.levelDb ?? 0;
      return at(800) - at(100);
    };
    expect(tilt(gale)).toBeGreaterThan(tilt(calm) + 3);
  });

  it("whistles near 400 Hz when it howls", () => {
    const at = (howl: number) => thirdOctaves(render({ howl, gusts: 0 }), RATE, 395, 405)[0]?.levelDb ?? 0;
    expect(at(1)).toBeGreaterThan(at(0) + 4);
  });
});
