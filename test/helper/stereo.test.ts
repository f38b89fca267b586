import { expect, it } from "vitest";
import { mix, whiteNoise } from "./signals.ts";
import { coherence, correlation, iacc, monoLossDb } from "./stereo.ts";

const RATE = 48000;
const SECONDS = 10;
const left = whiteNoise(SECONDS, RATE, 1);
const other = whiteNoise(SECONDS, RATE, 2);
const band = { fromHz: 500, toHz: 16000 };

it("reads equal channels as 1 and independent ones as 0", () => {
  expect(iacc(left, left, RATE, band)).toBeCloseTo(1, 6);
  expect(iacc(left, other, RATE, band)).toBeLessThan(0.02);
  expect(correlation(left, left)).toBeCloseTo(1, 6);
  expect(Math.abs(correlation(left, other))).toBeLessThan(0.01);
  expect(coherence(left, left, RATE, band)).toBeCloseTo(1, 6);
  expect(coherence(left, other, RATE, band)).toBeLessThan(0.02);
});

it("reads a common part as its share, and finds it when delayed by half a millisecond", () => {
  const common = whiteNoise(SECONDS, RATE, 3);
  const right = mix(other, common);
  expect(iacc(mix(left, common), right, RATE, band)).toBeCloseTo(0.5, 1);
  const late = Float32Array.from(common, (_, frame) => common[frame - 24] ?? 0);
  expect(Math.abs(correlation(mix(left, late), right))).toBeLessThan(0.02);
  expect(iacc(mix(left, late), right, RATE, band)).toBeCloseTo(0.5, 1);
  expect(coherence(mix(left, common), right, RATE, band)).toBeCloseTo(0.25, 1);
});

it("reads what mono loses: nothing, 3 dB, everything", () => {
  expect(monoLossDb(left, left)).toBeCloseTo(0, 6);
  expect(monoLossDb(left, other)).toBeCloseTo(3.01, 1);
  expect(
    monoLossDb(
      left,
      left.map((sample) => -0.99 * sample),
    ),
  ).toBeGreaterThan(40);
});
