import { expect, it } from "vitest";
import { firstAboveSeconds, lastAboveSeconds, onsetsSeconds } from "./onsets.ts";
import { generate, sine } from "./signals.ts";

const RATE = 48000;

it("finds where a sound first and last exceeds a level", () => {
  const signal = generate(2, RATE, (frame) => (frame >= 4800 && frame < 72000 ? 0.01 : 0.0005));
  expect(firstAboveSeconds(signal, RATE, -60)).toBe(0.1);
  expect(lastAboveSeconds(signal, RATE, -60)).toBeCloseTo(71999 / RATE, 9);
  expect(firstAboveSeconds(signal, RATE, -20)).toBeNull();
  expect(lastAboveSeconds(signal, RATE, -20)).toBeNull();
});

it("finds each event once, to the millisecond", () => {
  const starts = [0.2, 0.5, 1.25];
  const signal = generate(2, RATE, (frame) => {
    const since = starts.map((start) => frame / RATE - start).filter((seconds) => seconds >= 0);
    return since.reduce(
      (sum, seconds) => sum + 0.5 * Math.exp(-seconds / 0.03) * Math.cos(2 * Math.PI * 400 * seconds),
      0,
    );
  });
  const found = onsetsSeconds(signal, RATE, -20);
  expect(found).toHaveLength(3);
  for (const [index, start] of starts.entries())
    expect(Math.abs((found[index] ?? 0) - start)).toBeLessThan(0.001);
});

it("takes a steady tone for one event and silence for none", () => {
  expect(onsetsSeconds(sine(100, 1, RATE, 0.5), RATE, -20)).toHaveLength(1);
  expect(onsetsSeconds(new Float32Array(RATE), RATE, -20)).toEqual([]);
});
