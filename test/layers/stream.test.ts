import { describe, expect, it } from "vitest";
import { stream } from "../../sounds/layers/nature/stream.ts";
import { BubblePlace } from "../../src/dsp/bubble-place.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { intervals, ksExponential, variation } from "../helper/events.ts";
import { crestDb } from "../helper/levels.ts";
import { thirdOctaves } from "../helper/spectrum-slope.ts";

const RATE = 48_000;

describe("the bubbles of a stream", () => {
  it("form at random in every place: exponential gaps", () => {
    const { events } = new BubblePlace(3, 100, 1, RATE);
    const times: number[] = [];
    for (let block = 0; block < (20 * RATE) / 128; block++) {
      const count = events.draw(block);
      for (let i = 0; i < count; i++) times.push((block * 128 + (events.offset[i] ?? 0)) / RATE);
    }
    expect(Math.abs(times.length / 2000 - 1)).toBeLessThan(0.1);
    expect(Math.abs(variation(intervals(times)) - 1)).toBeLessThan(0.1);
    expect(ksExponential(intervals(times).slice(0, 800)).p).toBeGreaterThan(0.01);
  });
});

describe("stream", () => {
  const render = (params: Record<string, number>) =>
    renderLayer(stream, { sampleRate: RATE, seed: 1, frames: 6 * RATE, params })[0];
  /** Mean pitch of the power between 100 Hz and 12 kHz, octaves. */
  const pitch = (signal: Float32Array) => {
    const bands = thirdOctaves(signal, RATE, 100, 12_000).map(({ hz, levelDb }) => ({
      hz,
      power: 10 ** (levelDb / 10),
    }));
    const whole = bands.reduce((sum, { power }) => sum + power, 0);
    return bands.reduce((sum, { hz, power }) => sum + (Math.log2(hz) * power) / whole, 0);
  };

  it("has a crest of 20 dB at most, where it gurgles most too", () => {
    for (const params of [{}, { flow: 0, size: 0 }]) expect(crestDb(render(params))).toBeLessThanOrEqual(20);
  });

  it("is lower, the deeper the water", () => {
    expect(pitch(render({ size: 0 }))).toBeGreaterThan(pitch(render({ size: 1 })) + 0.5);
  });
});
