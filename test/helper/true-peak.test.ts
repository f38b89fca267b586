import { expect, it } from "vitest";
import { generate, sine } from "./signals.ts";
import { truePeakDb } from "./true-peak.ts";

const RATE = 48000;

it("reads a sine at a quarter of the rate, 45 degrees off, 3 dB above its samples", () => {
  expect(
    truePeakDb(
      sine(RATE / 4, 0.5, RATE, 1, Math.PI / 4)
        .subarray(4000, 16000)
        .map((x) => x),
    ),
  ).toBeGreaterThan(-0.05);
  expect(Math.abs(truePeakDb(softly(sine(RATE / 4, 0.5, RATE, 1, Math.PI / 4))))).toBeLessThan(0.01);
});

it.each([100, 997, 5000.3, 11999, 17000, 20000, 23000])("reads a sine of %d Hz within 0.01 dB", (hz) => {
  expect(Math.abs(truePeakDb(softly(sine(hz, 0.5, RATE, 0.5, 0.3))) - 20 * Math.log10(0.5))).toBeLessThan(
    0.01,
  );
});

it("takes the larger channel, wherever its peak is", () => {
  const left = sine(440, 0.3, RATE, 0.1);
  const right = new Float32Array(left.length);
  right[right.length - 1] = 0.8;
  expect(truePeakDb(left, right)).toBeCloseTo(20 * Math.log10(0.8), 2);
  right.fill(0);
  right[0] = -0.8;
  expect(truePeakDb(left, right)).toBeCloseTo(20 * Math.log10(0.8), 2);
});

it("reads silence as -Infinity", () => {
  expect(truePeakDb(new Float32Array(RATE))).toBe(Number.NEGATIVE_INFINITY);
});

/** With edges of 50 ms, so that the start is no part of the measure. */
function softly(signal: Float32Array): Float32Array {
  const edge = 0.05 * RATE;
  return generate(signal.length / RATE, RATE, (frame) => {
    const inside = Math.min(1, frame / edge, (signal.length - frame) / edge);
    return (signal[frame] ?? 0) * (0.5 - 0.5 * Math.cos(Math.PI * inside));
  });
}
