import { expect, it } from "vitest";
import { generate, mix, sine, whiteNoise } from "./signals.ts";
import { sineLevels } from "./sine-level.ts";

const RATE = 48000;

it("follows a fade in decibels within 0.01 dB down to -80", () => {
  const fade = generate(
    10,
    RATE,
    (frame) => 10 ** ((-8 * frame) / RATE / 20) * Math.sin((2 * Math.PI * 1000 * frame) / RATE),
  );
  const levels = sineLevels(fade, RATE, 1000);
  expect(levels).toHaveLength(99);
  for (const { atSeconds, db } of levels) expect(Math.abs(db + 8 * atSeconds)).toBeLessThan(0.01);
});

it("does not mind another tone or a faint noise", () => {
  const signal = mix(sine(1000, 3, RATE, 0.5, 2), sine(220, 3, RATE, 0.5), whiteNoise(3, RATE, 1, 0.001));
  for (const { db } of sineLevels(signal, RATE, 1000)) expect(Math.abs(db + 6.02)).toBeLessThan(0.02);
});

it("tells a step of 0.05 dB", () => {
  const signal = generate(
    2,
    RATE,
    (frame) => (frame < RATE ? 0.5 : 0.503) * Math.sin((2 * Math.PI * 1000 * frame) / RATE),
  );
  const levels = sineLevels(signal, RATE, 1000);
  expect((levels.at(-1)?.db ?? 0) - (levels[0]?.db ?? 0)).toBeCloseTo(0.052, 2);
});
