import { expect, it } from "vitest";
import { integratedLufs, momentaryLufs } from "../../src/dsp/loudness.ts";
import { LoudnessMeter } from "../../src/dsp/loudness-meter.ts";
import { mix, sine, whiteNoise } from "../helper/signals.ts";

it.each([44_100, 48_000])("reads in pieces of any length what is read at once, at %i Hz", (rate) => {
  const left = mix(whiteNoise(5, rate, 1), sine(500, 5, rate, 0.2));
  const right = whiteNoise(5, rate, 2, 0.02);
  const meter = new LoudnessMeter(rate);
  for (let from = 0, length = 1; from < left.length; from += length, length = (7 * length) % 30_011) {
    meter.add([left.subarray(from, from + length), right.subarray(from, from + length)]);
  }
  expect(meter.integrated()).toBeCloseTo(integratedLufs([left, right], rate), 9);
  const first = [left, right].map((channel) => channel.subarray(0, 3 * rate));
  expect(meter.integrated(3)).toBeCloseTo(integratedLufs(first, rate), 9);
  const whole = momentaryLufs([left, right], rate, 0.05);
  expect(meter.momentary()).toHaveLength(whole.length);
  for (const [index, level] of meter.momentary().entries()) expect(level).toBeCloseTo(whole[index] ?? 0, 6);
});

it("is -Infinity before the first block and in silence", () => {
  const meter = new LoudnessMeter(48_000);
  expect(meter.integrated()).toBe(Number.NEGATIVE_INFINITY);
  meter.add([new Float32Array(96_000), new Float32Array(96_000)]);
  expect(meter.integrated()).toBe(Number.NEGATIVE_INFINITY);
});
