import { describe, expect, it } from "vitest";
import { type CompanionPhase, companionBreath } from "../../src/cli/narrate/companion-breath.ts";
import { rms } from "../helper/levels.ts";
import { crossSpectra } from "../helper/welch.ts";

const RATE = 24_000;

/** Centre of a phase's spectrum, Hz. */
function centroidHz(samples: Float32Array): number {
  const { binHz, first } = crossSpectra(samples, samples, RATE, 2048);
  const total = first.reduce((sum, power) => sum + power, 0);
  return first.reduce((sum, power, bin) => sum + power * bin * binHz, 0) / total;
}

const parts = (samples: Float32Array, count: number) =>
  Array.from({ length: count }, (_, part) =>
    samples.subarray((part * samples.length) / count, ((part + 1) * samples.length) / count),
  );

describe.each<[CompanionPhase, number]>([
  ["in", 2.8],
  ["out", 4.2],
])("a companion's breath, %s", (phase, seconds) => {
  const samples = companionBreath(phase, RATE);

  it("is the same each time, and in the proportion of four to six", () => {
    expect(samples.length / RATE).toBeCloseTo(seconds, 3);
    expect(companionBreath(phase, RATE)).toEqual(samples);
  });

  it("comes from silence and goes into it, stronger in between", () => {
    const levels = parts(samples, 20).map(rms);
    const most = Math.max(...levels);
    expect(levels[0]).toBeLessThan(0.5 * most);
    expect(levels.at(-1)).toBeLessThan(0.15 * most);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.001);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001);
  });

  it("is dark", () => {
    expect(centroidHz(samples)).toBeLessThan(1500);
  });
});

it("a breath is brighter on its way in, and sinks on its way out", () => {
  const out = companionBreath("out", RATE);
  expect(centroidHz(companionBreath("in", RATE))).toBeGreaterThan(centroidHz(out));
  const [early, , late] = parts(out, 3);
  expect(centroidHz(early ?? out)).toBeGreaterThan(centroidHz(late ?? out));
});
