import fc from "fast-check";
import { expect, it } from "vitest";
import { decimateRoughly, RoughDecimator } from "./rough-decimator.ts";

const RATE = 48_000;
const tone = (hz: number, frames: number) =>
  Float32Array.from({ length: frames }, (_, frame) => Math.sin((2 * Math.PI * hz * frame) / RATE));

it("keeps what is low and loses what the new rate cannot hold", () => {
  const level = (hz: number) => Math.max(...decimateRoughly(tone(hz, 9600), 32).map(Math.abs));
  expect(level(50)).toBeGreaterThan(0.95);
  expect(level(3000)).toBeLessThan(0.01);
});

it("gives the same samples however the signal is cut", () => {
  const signal = tone(123, 5000);
  const whole = decimateRoughly(signal, 32);
  expect(whole.length).toBe(Math.floor(5000 / 32) - 3);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 8 }), (cuts) => {
      const decimator = new RoughDecimator(32, signal.length);
      const edges = [0, ...cuts.sort((a, b) => a - b), signal.length];
      for (const [index, edge] of edges.entries())
        decimator.add(signal.subarray(edge, edges[index + 1] ?? edge));
      expect(decimator.decimated()).toEqual(whole);
    }),
  );
});
