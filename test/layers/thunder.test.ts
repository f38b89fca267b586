import { expect, it } from "vitest";
import { thunder } from "../../sounds/layers/nature/thunder.ts";
import { calibrationGain } from "../../src/dsp/layer.ts";
import { momentaryLufs } from "../../src/dsp/loudness.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { welch } from "../helper/welch.ts";

const RATE = 16_000;
/** Half an hour, so that many gaps are met; the hop is a second. */
const SECONDS = 1500;
const gain = calibrationGain(thunder);
const [left, right] = renderLayer(thunder, { sampleRate: RATE, seed: 5, frames: SECONDS * RATE });
for (const channel of [left, right])
  for (let i = 0; i < channel.length; i++) channel[i] = gain * (channel[i] ?? 0);
const levels = [...momentaryLufs([left, right], RATE, 1)];

/** Seconds at which the level first comes out of silence. */
const onsets = levels.flatMap((level, index) =>
  level > -60 && (levels[index - 1] ?? 0) <= -60 ? [index] : [],
);

it("rolls every 45 to 240 seconds, irregularly", () => {
  const gaps = onsets.slice(1).map((at, index) => at - (onsets[index] ?? 0));
  expect(gaps.length).toBeGreaterThan(6);
  for (const gap of gaps) {
    expect(gap).toBeGreaterThanOrEqual(43);
    expect(gap).toBeLessThanOrEqual(242);
  }
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeGreaterThan(30);
});

it("takes two seconds or more from being heard at all to its loudest, and is silent in between", () => {
  for (const at of onsets) {
    const roll = levels.slice(at, at + 20);
    expect(roll.indexOf(Math.max(...roll))).toBeGreaterThanOrEqual(2);
  }
  expect(levels.filter((level) => level < -80).length / levels.length).toBeGreaterThan(0.7);
});

it("lies mostly between 60 and 400 Hz, with enough above 100 Hz for a small speaker", () => {
  const at = ((onsets[0] ?? 0) + 5) * RATE;
  const segment = 4096;
  const { density } = welch(left.subarray(at, at + 8 * RATE), RATE, segment);
  const between = (low: number, high: number) =>
    density.reduce((sum, power, bin) => {
      const hertz = (bin * RATE) / segment;
      return hertz >= low && hertz < high ? sum + power : sum;
    }, 0);
  expect(between(60, 400) / between(0, RATE / 2)).toBeGreaterThan(0.8);
  expect(between(100, 400) / between(0, RATE / 2)).toBeGreaterThan(0.3);
});
