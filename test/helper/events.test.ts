import { expect, it } from "vitest";
import { Random } from "../../src/dsp/random.ts";
import { fanoFactor, intervals, ksExponential, variation } from "./events.ts";

function exponential(count: number, seed: number): number[] {
  const random = new Random();
  random.seed(seed, 0);
  return Array.from({ length: count }, () => -Math.log(1 - random.unit()));
}

function cumulated(gaps: readonly number[]): number[] {
  let time = 0;
  return gaps.map((gap) => {
    time += gap;
    return time;
  });
}

it("accepts exponential intervals about as often as it should", () => {
  const ps = Array.from({ length: 40 }, (_, seed) => ksExponential(exponential(200, seed + 10)).p);
  const rejected = ps.filter((p) => p < 0.1).length;
  expect(rejected).toBeLessThan(10);
  expect(ps.filter((p) => p > 0.5).length).toBeGreaterThan(10);
});

it("rejects a clock, a jittered clock and clusters", () => {
  const clock = Array.from({ length: 200 }, () => 1);
  const jittered = exponential(200, 1).map((gap) => 1 + 0.2 * gap);
  const clustered = exponential(200, 2).map((gap, index) => (index % 5 === 0 ? 5 * gap : 0.1 * gap));
  for (const gaps of [clock, jittered, clustered]) expect(ksExponential(gaps).p).toBeLessThan(0.002);
});

it("reads variation and Fano factor of a clock, a Poisson process and clusters", () => {
  const poisson = cumulated(exponential(5000, 3).map((gap) => gap / 5));
  const total = poisson.at(-1) ?? 0;
  expect(variation(intervals(poisson))).toBeCloseTo(1, 1);
  expect(fanoFactor(poisson, total)).toBeCloseTo(1, 0);
  const clock = Array.from({ length: 1000 }, (_, index) => (index + 0.5) / 5);
  expect(variation(intervals(clock))).toBeCloseTo(0, 6);
  expect(fanoFactor(clock, 200)).toBeCloseTo(0, 6);
  const clusters = poisson.flatMap((time) => [time, time + 0.01, time + 0.02]);
  expect(fanoFactor(clusters, total)).toBeGreaterThan(2);
});
