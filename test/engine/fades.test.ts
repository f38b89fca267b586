import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { integratedLufs } from "../../src/dsp/loudness.ts";
import { type Curve, curveAt } from "../../src/engine/curve.ts";
import {
  endingCurve,
  endingFrom,
  enteringCurve,
  FADE_FLOOR_DB,
  planEnding,
  RETURN_DB_PER_SECOND,
  returningCurve,
} from "../../src/engine/fades.ts";
import { whiteNoise } from "../helper/signals.ts";
import { steepestRise } from "../helper/startle.ts";

const RATE = 48_000;

/** White noise at -30 LUFS (both channels at -36.1 dBFS rms) under a curve of gain. */
function noiseUnder(curve: Curve, seconds: number): Float32Array[] {
  return [1, 2].map((seed) =>
    whiteNoise(seconds, RATE, seed, 10 ** (-36.1 / 20)).map(
      (sample, frame) => sample * curveAt(curve, frame / RATE),
    ),
  );
}

test("the noise these tests go by is at -30 LUFS", () => {
  expect(integratedLufs(noiseUnder([{ atSeconds: 0, value: 1 }], 10), RATE)).toBeCloseTo(-30, 0);
});

describe("nothing is sudden", () => {
  test("a night enters within the startle rule, and is there at once", () => {
    const channels = noiseUnder(enteringCurve(0), 11);
    expect(steepestRise(channels, RATE).worst).toBeLessThan(1);
    const first = channels[0]?.findIndex((sample) => Math.abs(sample) > 10 ** (-60 / 20)) ?? -1;
    expect(first / RATE).toBeLessThan(0.02);
  });

  test("a night that was held comes back within the startle rule", () => {
    expect(steepestRise(noiseUnder(returningCurve(0), 6), RATE).worst).toBeLessThan(1);
  });
});

test.each([6, 12])("a mix that is %i dB louder enters and returns as gently", (mixDb) => {
  const louder = (curve: Curve) =>
    noiseUnder(curve, 12).map((channel) => channel.map((sample) => sample * 10 ** (mixDb / 20)));
  expect(steepestRise(louder(enteringCurve(0, mixDb)), RATE).worst).toBeLessThan(1);
  expect(steepestRise(louder(returningCurve(0, mixDb)), RATE).worst).toBeLessThan(1);
});

describe("an ending", () => {
  const anEnding = fc.record({
    deadlineSeconds: fc.double({ min: 300, max: 36_000, noNaN: true }),
    fadeSeconds: fc.double({ min: 60, max: 3600, noNaN: true }),
  });

  test("is full, then linear in decibels to its floor, then out", () => {
    const curve = endingCurve({ deadlineSeconds: 1000, fadeSeconds: 502 });
    expect(curveAt(curve, 498)).toBe(1);
    expect(20 * Math.log10(curveAt(curve, 748))).toBeCloseTo(FADE_FLOOR_DB / 2, 9);
    expect(20 * Math.log10(curveAt(curve, 998))).toBeCloseTo(FADE_FLOOR_DB, 9);
    expect(curveAt(curve, 1000)).toBe(0);
  });

  test("leaves a whisper that stays, or rises again for a wake and leaves as gently as it came", () => {
    const whisper = endingCurve({ deadlineSeconds: 1000, fadeSeconds: 500, whisperDb: -24 });
    expect(20 * Math.log10(curveAt(whisper, 750))).toBeCloseTo(-12, 9);
    expect(20 * Math.log10(curveAt(whisper, 30_000))).toBeCloseTo(-24, 9);
    const wake = { fromSeconds: 20_000, fullSeconds: 21_500, untilSeconds: 22_400 };
    const curve = endingCurve({ deadlineSeconds: 1000, fadeSeconds: 500, wake });
    expect([1000, 15_000, 20_000, 22_400, 40_000].map((at) => curveAt(curve, at))).toEqual([0, 0, 0, 0, 0]);
    expect([21_500, 22_000].map((at) => curveAt(curve, at))).toEqual([1, 1]);
    for (let at = 20_002; at < 21_499; at++) {
      const riseDb = 20 * Math.log10(curveAt(curve, at + 1) / curveAt(curve, at));
      // 50 dB over 25 minutes: under the 0.1 dB/s that nobody notices.
      expect(riseDb).toBeGreaterThan(0);
      expect(riseDb).toBeLessThan(0.1);
    }
  });

  test("that ought to have come already is caught up with softly, not spread until the wake", () => {
    const wake = { fromSeconds: 20_000, fullSeconds: 21_500, untilSeconds: 22_400 };
    const curve = endingFrom({ deadlineSeconds: 1000, fadeSeconds: 500, wake }, 5000, 0.8);
    expect(curveAt(curve, 5000)).toBe(0.8);
    expect([5003, 10_000, 20_000].map((at) => curveAt(curve, at))).toEqual([0, 0, 0]);
    expect(curveAt(curve, 21_500)).toBe(1);
  });

  test("takes at most half of what is left, so that a short timer does not drop the sound", () => {
    fc.assert(
      fc.property(
        anEnding,
        fc.double({ min: 0, max: 300, noNaN: true }),
        ({ deadlineSeconds, fadeSeconds }, now) => {
          const planned = planEnding(deadlineSeconds, fadeSeconds, now);
          expect(planned.fadeSeconds).toBeLessThanOrEqual((deadlineSeconds - now) / 2 + 1e-9);
          expect(planned.fadeSeconds).toBeLessThanOrEqual(fadeSeconds);
        },
      ),
    );
  });

  test("chosen in the middle of a fade comes back gently, meets its plan, and is silent at its end", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 300, max: 7200, noNaN: true }),
        fc.double({ min: 120, max: 3600, noNaN: true }),
        (gainNow, left, wanted) => {
          const now = 5000;
          const ending = planEnding(now + left, wanted, now);
          const curve = endingFrom(ending, now, gainNow);
          expect(curveAt(curve, now)).toBeCloseTo(gainNow, 9);
          expect(curveAt(curve, ending.deadlineSeconds)).toBe(0);
          const plan = endingCurve(ending);
          let [aboveThePlan, steepestDb] = [0, 0];
          for (let seconds = now + 0.2; seconds < ending.deadlineSeconds - 2; seconds += 0.5) {
            const gain = curveAt(curve, seconds);
            aboveThePlan = Math.max(aboveThePlan, gain - curveAt(plan, seconds));
            steepestDb = Math.max(steepestDb, 20 * Math.log10(curveAt(curve, seconds + 0.5) / gain));
          }
          expect(aboveThePlan).toBeLessThanOrEqual(1e-9);
          expect(steepestDb).toBeLessThanOrEqual(RETURN_DB_PER_SECOND / 2 + 1e-6);
          for (let i = 1; i < curve.length; i++) {
            expect(curve[i]?.atSeconds ?? 0).toBeGreaterThanOrEqual(curve[i - 1]?.atSeconds ?? 0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
