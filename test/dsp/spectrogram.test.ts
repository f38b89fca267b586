import { expect, it } from "vitest";
import { spectrogramDb } from "../../src/dsp/spectrogram.ts";
import { sine } from "../helper/signals.ts";

const RATE = 48_000;
const OPTIONS = { sampleRate: RATE, columns: 8, rows: 96, lowHz: 40, highHz: 16_000 };

it("shows a sine of full scale in its own band at -3 dB, and nothing elsewhere", () => {
  const channel = sine(1000, 2, RATE);
  const levels = spectrogramDb([channel, channel], OPTIONS);
  const column = levels.subarray(4 * 96, 5 * 96);
  const row = Math.floor((96 * Math.log(1000 / 40)) / Math.log(400));
  const near = [row - 1, row, row + 1].reduce((sum, at) => sum + 10 ** ((column[at] ?? -200) / 10), 0);
  expect(10 * Math.log10(near)).toBeCloseTo(-3.01, 1);
  expect(Math.max(...column.subarray(0, row - 6), ...column.subarray(row + 7))).toBeLessThan(-90);
});

it("shows when something sounds", () => {
  const channel = new Float32Array(4 * RATE);
  channel.set(sine(500, 1, RATE), 3 * RATE);
  const levels = spectrogramDb([channel], OPTIONS);
  const loudest = (column: number) => Math.max(...levels.subarray(column * 96, (column + 1) * 96));
  expect(loudest(2)).toBeLessThan(-150);
  expect(loudest(6)).toBeGreaterThan(-6);
});

it("sums to the sound's own power", () => {
  const channel = sine(300, 2, RATE).map((sample, frame) => 0.5 * sample + 0.25 * Math.sin(frame * 0.9));
  const levels = spectrogramDb([channel], OPTIONS);
  const sum = levels.subarray(3 * 96, 4 * 96).reduce((power, db) => power + 10 ** (db / 10), 0);
  expect(10 * Math.log10(sum)).toBeCloseTo(10 * Math.log10(0.5 * 0.25 + 0.5 * 0.0625), 1);
});
