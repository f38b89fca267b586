import { expect, it } from "vitest";
import { reddened, sine, whiteNoise } from "./signals.ts";
import { spectrumSlope, thirdOctaves } from "./spectrum-slope.ts";
import { welch } from "./welch.ts";

const RATE = 48000;
const noise = whiteNoise(120, RATE, 1);
/** Enough where a tenth of a decibel counts. */
const short = noise.subarray(0, 30 * RATE);

it("reads white noise as flat at its own density", () => {
  const slope = spectrumSlope(noise, RATE);
  expect(Math.abs(slope.dbPerOctave)).toBeLessThan(0.03);
  expect(slope.worstResidualDb).toBeLessThan(0.6);
  for (const band of thirdOctaves(short, RATE, 500)) {
    expect(band.densityDb).toBeCloseTo(10 * Math.log10(0.01 / (RATE / 2)), 0);
  }
});

it("reads integrated white noise as -6.02 dB/oct and differenced as +6.02", () => {
  // Both are exact power laws only far below half the rate: (2 sin(w/2))^2 is 0.04 dB off w^2 at 1.5 kHz.
  expect(spectrumSlope(reddened(noise, 0.9999), RATE, 40, 1500).dbPerOctave).toBeCloseTo(-6.02, 1);
  const violet = short.map((sample, frame) => sample - (short[frame - 1] ?? 0));
  expect(spectrumSlope(violet, RATE, 31, 1500).dbPerOctave).toBeCloseTo(6.02, 1);
});

it("tells a slope that is 0.2 dB/oct wrong, and a band that sticks out", () => {
  const tone = sine(1000, 30, RATE, 0.05);
  const uneven = short.map((sample, frame) => sample + (tone[frame] ?? 0));
  expect(spectrumSlope(uneven, RATE).worstResidualDb).toBeGreaterThan(1.5);
  expect(Math.abs(spectrumSlope(reddened(short, 0.3), RATE).dbPerOctave)).toBeGreaterThan(0.2);
});

it("gives 28 bands from 31.5 Hz to 16 kHz, a full-scale sine at -3.01 dB in its own", () => {
  const bands = thirdOctaves(sine(1000, 12, RATE), RATE);
  expect(bands).toHaveLength(28);
  const loudest = bands.reduce((best, band) => (band.levelDb > best.levelDb ? band : best));
  expect(loudest.hz).toBeCloseTo(1000);
  expect(loudest.levelDb).toBeCloseTo(-3.01, 2);
});

it("holds the power of the signal in the spectrum", () => {
  const { binHz, density } = welch(noise.subarray(0, 10 * RATE), RATE, 4096);
  expect(density.reduce((sum, value) => sum + value, 0) * binHz).toBeCloseTo(0.01, 3);
});
