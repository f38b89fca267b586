import { describe, expect, it } from "vitest";
import { Random } from "../../src/dsp/random.ts";
import { envelopeRepetition, timingRepetition, whitenedRepetition } from "./repetition.ts";
import { generate, looped, mix, reddened, sine, whiteNoise } from "./signals.ts";

/** Low, because a repetition is one at any rate; only what endless noise reads depends on how much of it there is. */
const RATE = 12_000;
const SLOW = 3000;
const LAGS = { fromSeconds: 0.5, toSeconds: 25 };
const noise = reddened(whiteNoise(120, RATE, 1), 0.96);

it("reads endless noise below 0.005", () => {
  const full = 48_000;
  expect(whitenedRepetition(reddened(whiteNoise(120, full, 1), 0.99), full).peak).toBeLessThan(0.005);
});

it("hears a loop of four seconds, at its length", () => {
  const { peak, lagSeconds } = whitenedRepetition(looped(noise.subarray(0, 4 * RATE), 60, RATE), RATE, LAGS);
  expect(peak).toBeGreaterThan(0.95);
  expect(lagSeconds % 4).toBeCloseTo(0, 4);
});

it("hears three loops of lengths that never meet", () => {
  const loops = [7.1, 11.7, 16.3].map((seconds, index) =>
    looped(reddened(whiteNoise(seconds, RATE, 10 + index), 0.96), 60, RATE),
  );
  expect(whitenedRepetition(mix(...loops), RATE, LAGS).peak).toBeGreaterThan(0.2);
});

it("hears a faint repetition under a noise 15 dB louder", () => {
  const faint = looped(noise.subarray(0, 10 * RATE), 60, RATE).map((sample) => sample / 5.6);
  const { peak, lagSeconds } = whitenedRepetition(mix(whiteNoise(60, RATE, 2, 0.0071), faint), RATE, LAGS);
  expect(peak).toBeGreaterThan(0.01);
  expect(Math.abs(lagSeconds - 10 * Math.round(lagSeconds / 10))).toBeLessThan(0.0005);
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

describe("event timing", () => {
  const click = (at: number) => (frame: number) => {
    const since = frame / SLOW - at;
    return since < 0 ? 0 : 0.2 * Math.exp(-8 * since) * Math.sin(2 * Math.PI * 440 * since);
  };
  const events = (times: readonly number[]) =>
    mix(...times.map((at) => generate(60, SLOW, click(at))), whiteNoise(60, SLOW, 1, 1e-4));
  const lags = { fromSeconds: 5, toSeconds: 30 };

  it("hears a phrase that comes again every twelve seconds", () => {
    const phrase = [0.5, 2.1, 5.2, 9.6];
    const found = timingRepetition(
      events([0, 12, 24, 36, 48].flatMap((start) => phrase.map((at) => start + at))),
      SLOW,
      lags,
    );
    expect(found.peak).toBeGreaterThan(0.9);
    expect(found.lagSeconds % 12).toBeCloseTo(0, 0);
  });

  it("lets events at random, and a steady low tone, pass", () => {
    const random = new Random();
    random.seed(1, 0);
    const times = Array.from({ length: 20 }, (_, index) => 3 * (index + 0.9 * random.unit()));
    expect(timingRepetition(events(times), SLOW, lags).peak).toBeLessThan(0.6);
    expect(timingRepetition(sine(55, 60, SLOW, 0.1), SLOW, lags).peak).toBe(0);
  });
});
