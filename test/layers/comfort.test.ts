import { describe, expect, it } from "vitest";
import { fan } from "../../sounds/layers/comfort/fan.ts";
import { heartbeat } from "../../sounds/layers/comfort/heartbeat.ts";
import { purr } from "../../sounds/layers/comfort/purr.ts";
import { train } from "../../sounds/layers/comfort/train.ts";
import { womb } from "../../sounds/layers/comfort/womb.ts";
import type { LayerDefinition } from "../../src/dsp/layer.ts";
import { integratedLufs } from "../../src/dsp/loudness.ts";
import { PurrBreath } from "../../src/dsp/purr-breath.ts";
import { PurrPulses } from "../../src/dsp/purr-pulses.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { highPass } from "../helper/filters.ts";
import { thirdOctaves } from "../helper/spectrum-slope.ts";
import { strongestTones } from "../helper/tones.ts";

const RATE = 48_000;

function render(layer: LayerDefinition, seconds: number, params: Record<string, number> = {}, seed = 3) {
  return renderLayer(layer, { sampleRate: RATE, seed, frames: seconds * RATE, params });
}

/** Level in steps of so many seconds, above a cutoff. */
function envelope(channel: Float32Array, stepSeconds: number, cutoffHz: number): Float64Array {
  const step = Math.round(stepSeconds * RATE);
  const high = highPass(channel, RATE, cutoffHz);
  return Float64Array.from({ length: Math.floor(high.length / step) }, (_, index) =>
    Math.sqrt(high.subarray(index * step, (index + 1) * step).reduce((sum, x) => sum + x * x, 0) / step),
  );
}

/** The strongest period of an envelope between two, in its steps, by autocorrelation. */
function period(levels: Float64Array, least: number, most: number): number {
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  const at = (lag: number) =>
    levels.subarray(0, levels.length - lag).reduce((sum, level, index) => {
      return sum + (level - mean) * ((levels[index + lag] ?? mean) - mean);
    }, 0);
  let best = least;
  for (let lag = least; lag <= most; lag++) if (at(lag) > at(best)) best = lag;
  return best;
}

describe("heart", () => {
  it.each([50, 60, 80, 110])("beats %d times a minute, the second sound 0.31 s after the first", (bpm) => {
    const levels = envelope(render(heartbeat, 20, { bpm })[0], 0.01, 80);
    const beat = 6000 / bpm;
    // Two beats come again as surely as one: longer than a beat and a half is not looked at.
    const [least, most] = [Math.min(50, Math.round(0.75 * beat)), Math.round(1.5 * beat)];
    expect(period(levels, least, most) / beat).toBeCloseTo(1, 1);
    expect(Math.abs(period(levels, 22, 40) - 31)).toBeLessThanOrEqual(2);
  });

  it("and womb beat alike; in the womb 500 Hz lies 25 dB under the lows", () => {
    const [left] = render(womb, 20, { bpm: 66, heart: 1 });
    expect(Math.abs(period(envelope(left, 0.01, 30), 60, 130) - 91)).toBeLessThanOrEqual(3);
    const bands = thirdOctaves(left, RATE, 50, 630);
    const density = (hz: number) => bands.find((band) => Math.abs(band.hz / hz - 1) < 0.1)?.densityDb ?? 0;
    expect(density(63) - density(500)).toBeGreaterThan(20);
    expect(density(63) - density(500)).toBeLessThan(45);
  });
});

describe("purr", () => {
  it("has 26.3 pulses a second", () => {
    const levels = envelope(render(purr, 12)[0], 0.002, 150);
    expect(500 / period(levels, 15, 24)).toBeGreaterThan(26.3 - 1.95);
    expect(500 / period(levels, 15, 24)).toBeLessThan(26.3 + 1.95);
  });

  it("comes 2.4 pulses a second faster out than in", () => {
    const sampleRate = 8000;
    const breathHz = () => 28 / 60;
    const pulses = new PurrPulses(5, sampleRate, breathHz);
    const breath = new PurrBreath(5, sampleRate, breathHz);
    const open = new Float64Array(128);
    const gaps = { in: [] as number[], out: [] as number[] };
    pulses.start(0);
    let [last, before, phase] = [Number.NaN, 0, ""];
    for (let frame = 0; frame < 120 * sampleRate; frame += 128) {
      pulses.render(open, frame);
      for (let i = 0; i < 128; i++) {
        const now = open[i] ?? 0;
        if (before < 0.3 && now >= 0.3) {
          breath.read(frame);
          const here = breath.isOut ? "out" : "in";
          if (here === phase) gaps[here].push((frame + i - last) / sampleRate);
          [last, phase] = [frame + i, here];
        }
        before = now;
      }
    }
    const rate = (of: number[]) => of.length / of.reduce((sum, gap) => sum + gap, 0);
    expect(Math.abs(rate(gaps.out) - rate(gaps.in) - 2.4)).toBeLessThan(0.3);
    expect(Math.abs((rate(gaps.out) + rate(gaps.in)) / 2 - 26.3)).toBeLessThan(0.5);
  });

  it("breathes in phases of 0.6-1.5 s at its usual pace", () => {
    const breath = new PurrBreath(5, RATE, () => 28 / 60);
    const lengths: number[] = [];
    let [since, isOut] = [0, false];
    for (let frame = 0; frame < 120 * RATE; frame += 128) {
      breath.read(frame);
      if (breath.isOut === isOut) continue;
      lengths.push((frame - since) / RATE);
      since = frame;
      isOut = breath.isOut;
    }
    for (const seconds of lengths.slice(1)) {
      expect(seconds).toBeGreaterThanOrEqual(0.6);
      expect(seconds).toBeLessThanOrEqual(1.5);
    }
    expect(lengths.length).toBeGreaterThan(100);
  });
});

it("a fan hums at blades times turns a second, within its drift of 0.3 %", () => {
  const [left] = render(fan, 10, { speed: 1200, distance: 1 });
  const [tone] = strongestTones(left, RATE, 1, { fromHz: 90, toHz: 110 });
  expect(Math.abs((tone?.hz ?? 0) / 100 - 1)).toBeLessThan(0.01);
});

it("a train's joints pass at rail length over speed, and its axles at axle gap over speed", () => {
  const levels = envelope(render(train, 30, { speed: 90, joints: 1 })[0], 0.005, 200);
  // 25 m at 25 m/s, the driver's hand aside; two axles 2.5 m apart.
  expect(Math.abs(period(levels, 150, 260) / 200 - 1)).toBeLessThan(0.1);
  expect(Math.abs(period(levels, 14, 30) / 200 - 0.1)).toBeLessThan(0.015);
});

it.each([heartbeat, womb, train, purr, fan])("a phone, which plays nothing low, still plays $id", (layer) => {
  const channels = render(layer, 10);
  const phone = channels.map((channel) => Float32Array.from(highPass(channel, RATE, 180, 4)));
  expect(integratedLufs(channels, RATE) - integratedLufs(phone, RATE)).toBeLessThan(12);
});
