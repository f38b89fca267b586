import { expect, it } from "vitest";
import { overBed, steepestOf } from "./rises.ts";

/** A course that rises by so many dB a second between two levels, a value every 50 ms. */
function ramp(from: number, to: number, dbPerSecond: number): Float64Array {
  const hops = Math.round((20 * (to - from)) / dbPerSecond);
  const rising = Array.from({ length: hops }, (_, hop) => from + (hop * dbPerSecond) / 20);
  return Float64Array.from([...Array(40).fill(from), ...rising, ...Array(40).fill(to)]);
}

it("lets 6 dB/s pass above -45 LUFS, 20 dB/s below, and no more", () => {
  expect(steepestOf(ramp(-45, -20, 5.9))).toBeLessThan(1);
  expect(steepestOf(ramp(-45, -20, 6.3))).toBeGreaterThan(1);
  expect(steepestOf(ramp(-70, -45, 19.5))).toBeLessThan(1);
  expect(steepestOf(ramp(-70, -45, 21))).toBeGreaterThan(1);
  expect(steepestOf(Float64Array.from({ length: 100 }, () => Number.NEGATIVE_INFINITY))).toBe(0);
});

it("adds the powers of a bed and what is heard over it", () => {
  const [silence, equal, loud] = overBed(Float64Array.of(Number.NEGATIVE_INFINITY, -30, -10), -30);
  expect(silence).toBeCloseTo(-30);
  expect(equal).toBeCloseTo(-26.99, 2);
  expect(loud).toBeCloseTo(-9.96, 2);
});
