import { expect, it, vi } from "vitest";
import { envelopeRepetition, whitenedRepetition } from "./repetition.ts";
import { looped, mix, reddened, whiteNoise } from "./signals.ts";

// Two transforms of millions of frames take seconds where the machine is busy.
vi.setConfig({ testTimeout: 30_000 });

const RATE = 48000;
const LAGS = { fromSeconds: 0.5, toSeconds: 25 };
const noise = reddened(whiteNoise(120, RATE, 1), 0.99);

it("reads endless noise below 0.005", () => {
  expect(whitenedRepetition(noise, RATE).peak).toBeLessThan(0.005);
});

it("hears a loop of four seconds, at its length", () => {
  const { peak, lagSeconds } = whitenedRepetition(looped(noise.subarray(0, 4 * RATE), 60, RATE), RATE, LAGS);
  expect(peak).toBeGreaterThan(0.95);
  expect(lagSeconds % 4).toBeCloseTo(0, 4);
});

it("hears three loops of lengths that never meet", () => {
  const loops = [7.1, 11.7, 16.3].map((seconds, index) =>
    looped(reddened(whiteNoise(seconds, RATE, 10 + index), 0.99), 60, RATE),
  );
  expect(whitenedRepetition(mix(...loops), RATE, LAGS).peak).toBeGreaterThan(0.2);
});

it("hears a faint repetition under a noise 15 dB louder", () => {
  const faint = looped(noise.subarray(0, 10 * RATE), 60, RATE).map((sample) => sample / 5.6);
  const { peak, lagSeconds } = whitenedRepetition(mix(whiteNoise(60, RATE, 2, 0.0071), faint), RATE, LAGS);
  expect(peak).toBeGreaterThan(0.01);
  expect(lagSeconds % 10).toBeCloseTo(0, 3);
});

it("hears a repeating envelope on noise that does not repeat", () => {
  const swelling = noise.map(
    (sample, frame) => sample * (1 + 0.5 * Math.sin((2 * Math.PI * frame) / (7 * RATE))),
  );
  const { peak, lagSeconds } = envelopeRepetition(swelling, RATE);
  expect(peak).toBeGreaterThan(0.7);
  expect(lagSeconds).toBeGreaterThan(1);
  expect(envelopeRepetition(whiteNoise(120, RATE, 3), RATE).peak).toBeLessThan(0.15);
});
