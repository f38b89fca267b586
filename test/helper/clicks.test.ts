import { expect, it } from "vitest";
import { clickiness, tonalResidualDb } from "./clicks.ts";
import { decimate, highPass } from "./filters.ts";
import { crestDb, peak, rms } from "./levels.ts";
import { generate, looped, mix, reddened, sine, whiteNoise } from "./signals.ts";

const RATE = 48000;
const noise = whiteNoise(60, RATE, 1);
const brown = reddened(noise, 0.998);

it("reads endless noise below 5.8 deviations, however red", () => {
  expect(clickiness(noise, RATE)).toBeLessThan(5.8);
  expect(clickiness(noise, RATE)).toBeGreaterThan(4.5);
  expect(clickiness(brown, RATE)).toBeLessThan(5.8);
});

it("hears the seam of a looped brown noise, and a single wrong sample", () => {
  expect(clickiness(looped(brown.subarray(0, 4 * RATE), 60, RATE), RATE)).toBeGreaterThan(7);
  const torn = noise.slice();
  torn[30 * RATE] = 1.3;
  expect(clickiness(torn, RATE)).toBeGreaterThan(7);
});

it("judges a swelling bed second by second", () => {
  const swelling = noise.map(
    (sample, frame) => sample * (1.05 + Math.sin((2 * Math.PI * frame) / (10 * RATE))),
  );
  expect(clickiness(swelling, RATE)).toBeGreaterThan(7);
  expect(clickiness(swelling, RATE, 0.5)).toBeLessThan(7);
});

it("finds nothing above 6 kHz in a pure tone, wherever it begins, and hears it cut", () => {
  const tone = sine(440, 2, RATE, 0.3, 1);
  expect(tonalResidualDb(tone, RATE)).toBeLessThan(-120);
  expect(
    tonalResidualDb(
      tone.map((sample, frame) => (frame < RATE + 27 ? sample : 0)),
      RATE,
    ),
  ).toBeLessThan(0);
  expect(
    tonalResidualDb(
      tone.map((sample, frame) => (frame < RATE + 27 ? sample : 0)),
      RATE,
    ),
  ).toBeGreaterThan(-80);
  const faded = tone.map((sample, frame) => sample * Math.min(1, Math.max(0, 2 - frame / RATE)) ** 2);
  expect(tonalResidualDb(faded, RATE)).toBeLessThan(-80);
});

it("filters as it says: -3 dB at the corner, 48 dB an octave below, flat above", () => {
  const gainDb = (hz: number) =>
    20 * Math.log10(rms(highPass(sine(hz, 1, RATE), RATE, 4000).subarray(RATE / 2)) * Math.SQRT2);
  expect(gainDb(4000)).toBeCloseTo(-3.01, 1);
  expect(gainDb(2000)).toBeLessThan(-48);
  expect(gainDb(12000)).toBeCloseTo(0, 2);
});

it("decimates without aliases and without loss below", () => {
  const settled = (hz: number) => rms(decimate(sine(hz, 1, RATE), 4).subarray(1000, 11000)) * Math.SQRT2;
  expect(settled(4000)).toBeCloseTo(1, 2);
  expect(settled(8000)).toBeLessThan(1e-3);
});

it("reads peak, RMS and crest", () => {
  const tone = sine(1000, 1, RATE, 0.5);
  expect(peak(tone)).toBeCloseTo(0.5, 5);
  expect(rms(tone)).toBeCloseTo(0.5 / Math.SQRT2, 6);
  expect(crestDb(tone)).toBeCloseTo(3.01, 2);
  expect(crestDb(mix(noise))).toBeGreaterThan(13);
  expect(crestDb(generate(1, RATE, (frame) => (frame === 0 ? 1 : 0)))).toBeCloseTo(10 * Math.log10(RATE), 3);
});
