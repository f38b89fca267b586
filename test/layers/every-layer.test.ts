import { describe, expect, it } from "vitest";
import { measuredLufs } from "../../src/cli/layer-loudness.ts";
import { BLOCK_FRAMES, calibrationGain, LAYER_LUFS } from "../../src/dsp/layer.ts";
import { integratedLufs, momentaryLufs } from "../../src/dsp/loudness.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { tonalResidualDb } from "../helper/clicks.ts";
import { peak, rms } from "../helper/levels.ts";
import { truePeakDb } from "../helper/true-peak.ts";
import { layers } from "./layers.ts";
import { busyPlans, stepPlans } from "./plans.ts";

const RATE = 48_000;

describe.each(layers)("layer %s", { timeout: 60_000 }, (_id, layer) => {
  it.each([44_100, 48_000, 96_000])("renders any stretch like the whole night, at %i Hz", (sampleRate) => {
    const blocks = (seconds: number) => Math.round((seconds * sampleRate) / BLOCK_FRAMES) * BLOCK_FRAMES;
    for (const seed of [1, 0x7fffffff]) {
      const params = busyPlans(layer);
      const begin = blocks(-2);
      const [left, right] = renderLayer(layer, {
        sampleRate,
        seed,
        params,
        fromFrame: begin,
        frames: blocks(10),
      });
      for (const fromSeconds of [-1.1, 0, 0.31, 4.9, 7.2]) {
        const fromFrame = blocks(fromSeconds);
        const frames = blocks(0.7);
        const stretch = renderLayer(layer, { sampleRate, seed, params, fromFrame, frames });
        expectSame(stretch[0], left.subarray(fromFrame - begin, fromFrame - begin + frames));
        expectSame(stretch[1], right.subarray(fromFrame - begin, fromFrame - begin + frames));
      }
    }
  });

  it("renders any stretch alike eight hours into the night", () => {
    const sampleRate = 96_000;
    const fromFrame = Math.floor((8 * 3600 * sampleRate) / BLOCK_FRAMES) * BLOCK_FRAMES;
    const skipped = 300 * BLOCK_FRAMES;
    const whole = renderLayer(layer, { sampleRate, seed: 3, fromFrame, frames: skipped + 12_800 });
    const stretch = renderLayer(layer, {
      sampleRate,
      seed: 3,
      fromFrame: fromFrame + skipped,
      frames: 12_800,
    });
    expectSame(stretch[0], whole[0].subarray(skipped));
    expectSame(stretch[1], whole[1].subarray(skipped));
  });

  it("renders in calls of any number of blocks alike", () => {
    const kernel = new layer.kernel(RATE, 5);
    const paramAt = (name: string) => layer.params[name]?.default ?? 0;
    const left = new Float32Array(12_800);
    const right = new Float32Array(12_800);
    for (let frame = 0, blocks = 1; frame < left.length; frame += blocks++ * BLOCK_FRAMES) {
      const frames = Math.min(blocks * BLOCK_FRAMES, left.length - frame);
      kernel.process(left.subarray(frame), right.subarray(frame), frames, frame, paramAt);
    }
    const again = new layer.kernel(RATE, 5);
    const whole = [new Float32Array(12_800), new Float32Array(12_800)] as const;
    again.process(...whole, 12_800, 0, paramAt);
    expectSame(left, whole[0]);
    expectSame(right, whole[1]);
  });

  it("starts afresh where a call does not follow on the last one", () => {
    const paramAt = (name: string) => layer.params[name]?.default ?? 0;
    const used = new layer.kernel(RATE, 5);
    const fresh = new layer.kernel(RATE, 5);
    const [a, b] = [new Float32Array(1280), new Float32Array(1280)];
    used.process(new Float32Array(12_800), new Float32Array(12_800), 12_800, 0, paramAt);
    used.process(a, new Float32Array(1280), 1280, 128_000, paramAt);
    fresh.process(b, new Float32Array(1280), 1280, 128_000, paramAt);
    expectSame(a, b);
  });

  it("sounds the same from the same seed and different from another", () => {
    const one = renderLayer(layer, { sampleRate: RATE, seed: 1, frames: RATE });
    const same = renderLayer(layer, { sampleRate: RATE, seed: 1, frames: RATE });
    const other = renderLayer(layer, { sampleRate: RATE, seed: 2, frames: RATE });
    expectSame(one[0], same[0]);
    expectSame(one[1], same[1]);
    expect(other[0]).not.toEqual(one[0]);
    expect(other[1]).not.toEqual(one[1]);
  });

  it("is finite and never silent, at the ends of its parameters too", () => {
    const names = Object.keys(layer.params);
    const corners = [{}, pick("min"), pick("max")];
    for (const params of corners) {
      const channels = renderLayer(layer, { sampleRate: RATE, seed: 4, frames: 5 * RATE, params });
      for (const channel of channels) {
        expect(channel.every(Number.isFinite)).toBe(true);
        for (let second = 0; second < 5; second++) {
          expect(rms(channel.subarray(second * RATE, (second + 1) * RATE))).toBeGreaterThan(1e-3);
        }
      }
    }
    function pick(end: "min" | "max"): Record<string, number> {
      return Object.fromEntries(names.map((name) => [name, layer.params[name]?.[end] ?? 0]));
    }
  });

  it("has the loudness that its file says, and -30 LUFS once calibrated, from any seed and at any rate", () => {
    expect(Math.abs(measuredLufs(layer) - layer.loudnessLufs)).toBeLessThan(0.1);
    for (const [sampleRate, seed] of [
      [48_000, 2],
      [44_100, 3],
    ] as const) {
      const channels = renderLayer(layer, { sampleRate, seed, frames: 60 * sampleRate });
      const lufs = integratedLufs(
        channels.map((channel) => calibrated(channel, calibrationGain(layer))),
        sampleRate,
      );
      expect(Math.abs(lufs - LAYER_LUFS)).toBeLessThan(0.5);
    }
  });

  it("stays under -3 dBTP once calibrated, and never rises by more than 6 dB in a second", () => {
    const gain = calibrationGain(layer);
    const rendered = renderLayer(layer, { sampleRate: RATE, seed: 6, frames: 60 * RATE });
    const channels = rendered.map((channel) => calibrated(channel, gain));
    const [left, right] = channels.map((channel) => channel.subarray(-10 * RATE));
    expect(truePeakDb(left ?? new Float32Array(0), right)).toBeLessThan(-3);
    const levels = momentaryLufs(channels, RATE, 0.1);
    for (let i = 10; i < levels.length; i++) {
      expect((levels[i] ?? 0) - (levels[i - 10] ?? 0)).toBeLessThanOrEqual(6);
    }
  });

  it.runIf(layer.family === "tone")("takes steps of its parameters without a click", () => {
    const params = stepPlans(layer);
    const seconds = Object.keys(params).length + 2;
    const [left, right] = renderLayer(layer, { sampleRate: RATE, seed: 7, frames: seconds * RATE, params });
    const gain = calibrationGain(layer);
    for (const channel of [left, right]) {
      expect(peak(channel)).toBeGreaterThan(0.01);
      expect(tonalResidualDb(calibrated(channel, gain), RATE)).toBeLessThan(-80);
    }
  });
});

function calibrated(channel: Float32Array, gain: number): Float32Array {
  return channel.map((sample) => gain * sample);
}

/** Bit-identical; says where the first difference is. */
function expectSame(actual: Float32Array, expected: Float32Array): void {
  expect(actual.length).toBe(expected.length);
  const at = actual.findIndex((sample, index) => !Object.is(sample, expected[index]));
  expect(at, `first difference at frame ${at} of ${actual.length}`).toBe(-1);
}
