import fc from "fast-check";
import { expect, test } from "vitest";
import { momentaryLufs } from "../../src/dsp/loudness.ts";
import { NightCeiling } from "../../src/dsp/night-ceiling.ts";
import { whiteNoise } from "../helper/signals.ts";
import { steepestRise } from "../helper/startle.ts";

const RATE = 48_000;

/** Noise whose level goes by steps, dB re -30 LUFS, one a second, and what the ceiling leaves of it. */
function through(lufs: number | null, steps: readonly number[]) {
  const input = [1, 2].map((seed) =>
    whiteNoise(steps.length, RATE, seed, 10 ** (-36.1 / 20)).map(
      (sample, frame) => sample * 10 ** ((steps[Math.floor(frame / RATE)] ?? 0) / 20),
    ),
  );
  const output = input.map((channel) => channel.slice());
  const ceiling = new NightCeiling(RATE);
  ceiling.lufs = lufs;
  for (let from = 0; from < RATE * steps.length; from += 128) {
    const [left, right] = output.map((channel) => channel.subarray(from, from + 128));
    if (left && right) ceiling.process(left, right);
  }
  return { input, output };
}

test("nothing passes it by more than a decibel, however suddenly it comes, and what stays not at all", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 20 }), { minLength: 3, maxLength: 5 }), (steps) => {
      const { output } = through(-36, steps);
      const momentary = momentaryLufs(output, RATE, 0.05);
      expect(Math.max(...momentary)).toBeLessThan(-35);
      expect(momentary.at(-1)).toBeLessThan(-35.9);
    }),
    { numRuns: 12 },
  );
});

test("what stays below it, and all without a ceiling, passes bit for bit", () => {
  const quiet = through(-26, [0, -6, 0]);
  expect(quiet.output).toEqual(quiet.input);
  const open = through(null, [0, 20]);
  expect(open.output).toEqual(open.input);
});

test("what it turned down comes back within the startle rule", () => {
  const { output } = through(-36, [12, 12, -6, -6, -6, -6, -6, -6]);
  expect(steepestRise(output, RATE, 0.5).worst).toBeLessThan(1);
  const momentary = momentaryLufs(output, RATE, 0.05);
  // A decibel under the ceiling, where what is turned down stays.
  expect(momentary.at(-1)).toBeCloseTo(-37, 0);
});
