import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  breathAt,
  breathing,
  breathSeconds,
  DEFAULT_PATTERN,
  lungsAt,
  PACE_LIMITS,
  paceFromTaps,
  phaseOf,
  SLOWING_PER_MINUTE,
} from "../../src/session/breath.ts";
import type { BreathPattern } from "../../src/session/item.ts";

const start = fc.record({
  atSeconds: fc.double({ min: 0, max: 600, noNaN: true }),
  perMinute: fc.double({ min: PACE_LIMITS.min, max: PACE_LIMITS.max, noNaN: true }),
  pattern: fc.tuple(
    fc.double({ min: 1, max: 8, noNaN: true }),
    fc.double({ min: 0, max: 7, noNaN: true }),
    fc.double({ min: 1, max: 8, noNaN: true }),
    fc.double({ min: 0, max: 4, noNaN: true }),
  ) satisfies fc.Arbitrary<BreathPattern>,
});
const few = { numRuns: 50 };

describe("what a breath does", () => {
  it("is in, hold, out and hold again, each for its length", () => {
    const box = { atSeconds: 10, inSeconds: 4, holdSeconds: 1, outSeconds: 6, restSeconds: 2 };
    const phases = [10, 13.99, 14, 14.99, 15, 20.99, 21, 22.99].map((seconds) => phaseOf(box, seconds));
    expect(phases).toEqual(["in", "in", "hold", "hold", "out", "out", "hold", "hold"]);
  });

  it("goes with the lungs: fuller as it comes in, emptier as it goes out, unmoved as it holds", () => {
    fc.assert(
      fc.property(start, fc.double({ min: 0, max: 0.99, noNaN: true }), (from, fraction) => {
        const breaths = breathing(from);
        const breath = breaths[0];
        if (!breath) throw new Error("no breath");
        const seconds = breath.atSeconds + fraction * breathSeconds(breath);
        const change = lungsAt(breaths, seconds + 1e-4) - lungsAt(breaths, seconds);
        const phase = phaseOf(breath, seconds);
        if (phase !== phaseOf(breath, seconds + 1e-4)) return;
        expect(Math.sign(change)).toBe(phase === "in" ? 1 : phase === "out" ? -1 : 0);
      }),
      few,
    );
  });
});

describe("breathing", () => {
  it("begins at the person's own pace", () => {
    fc.assert(
      fc.property(start, (from) => {
        const first = breathing(from)[0];
        expect(first?.atSeconds).toBe(from.atSeconds);
        expect(first && 60 / breathSeconds(first)).toBeCloseTo(from.perMinute, 9);
      }),
      few,
    );
  });

  it("slows by at most 0.5 breaths a minute each minute, and never speeds up", () => {
    fc.assert(
      fc.property(start, (from) => {
        const breaths = breathing(from);
        for (const [index, breath] of breaths.slice(1).entries()) {
          const before = breaths[index];
          if (!before) throw new Error("a breath has one before it");
          const minutes = (breath.atSeconds - before.atSeconds) / 60;
          const slowing = 60 / breathSeconds(before) - 60 / breathSeconds(breath);
          expect(slowing).toBeGreaterThanOrEqual(-1e-9);
          expect(slowing).toBeLessThanOrEqual(SLOWING_PER_MINUTE * minutes + 1e-9);
        }
      }),
      few,
    );
  });

  it("is one stretch without gaps, each breath a scaled copy of the pattern", () => {
    fc.assert(
      fc.property(start, (from) => {
        const breaths = breathing(from);
        const [inhale, hold, exhale, rest] = from.pattern;
        for (const [index, breath] of breaths.entries()) {
          const next = breaths[index + 1];
          if (next) expect(breath.atSeconds + breathSeconds(breath)).toBeCloseTo(next.atSeconds, 6);
          const factor = breath.inSeconds / inhale;
          expect(breath.holdSeconds).toBeCloseTo(hold * factor, 9);
          expect(breath.outSeconds).toBeCloseTo(exhale * factor, 9);
          expect(breath.restSeconds).toBeCloseTo(rest * factor, 9);
        }
      }),
      few,
    );
  });

  it("ends at the pattern itself, or at the own pace of whoever is slower already", () => {
    fc.assert(
      fc.property(start, (from) => {
        const target = 60 / from.pattern.reduce((sum, part) => sum + part, 0);
        const last = breathing(from).at(-1);
        expect(last && 60 / breathSeconds(last)).toBeCloseTo(Math.min(target, from.perMinute), 9);
      }),
      few,
    );
  });

  it("takes about twelve minutes from 12 breaths a minute to 4-6", () => {
    const last = breathing({ atSeconds: 0, perMinute: 12, pattern: DEFAULT_PATTERN }).at(-1);
    expect(last?.atSeconds).toBeGreaterThan(12 * 60 - 1);
    expect(last?.atSeconds).toBeLessThan(12 * 60 + 10);
    expect(last).toMatchObject({ inSeconds: 4, holdSeconds: 0, outSeconds: 6, restSeconds: 0 });
  });

  it("takes a pace that is no number as the usual one, and an impossible one as the nearest possible", () => {
    const pace = (perMinute: number) => {
      const first = breathing({ atSeconds: 0, perMinute, pattern: DEFAULT_PATTERN })[0];
      return first && 60 / breathSeconds(first);
    };
    expect(pace(Number.NaN)).toBeCloseTo(12, 9);
    expect(pace(900)).toBeCloseTo(24, 9);
    expect(pace(0)).toBeCloseTo(4, 9);
  });
});

describe("breathAt", () => {
  const breaths = breathing({ atSeconds: 20, perMinute: 8, pattern: DEFAULT_PATTERN });

  it("is null before the first breath", () => {
    expect(breathAt(breaths, 19.99)).toBeNull();
  });

  it("finds the breath that holds the time, also long after the list has ended", () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 36_000, noNaN: true }), (seconds) => {
        const breath = breathAt(breaths, seconds);
        expect(breath && breath.atSeconds <= seconds).toBe(true);
        expect(breath && breath.atSeconds + breathSeconds(breath) > seconds - 1e-6).toBe(true);
      }),
    );
  });
});

describe("lungsAt", () => {
  it("follows in, hold, out and rest as a raised cosine", () => {
    const box = breathing({ atSeconds: 0, perMinute: 6, pattern: [2, 1, 4, 3] });
    expect(lungsAt(box, -1)).toBe(0);
    expect(lungsAt(box, 0)).toBe(0);
    expect(lungsAt(box, 1)).toBeCloseTo(0.5, 9);
    expect(lungsAt(box, 2.5)).toBe(1);
    expect(lungsAt(box, 5)).toBeCloseTo(0.5, 9);
    expect(lungsAt(box, 8.5)).toBe(0);
    expect(lungsAt(box, 11)).toBeCloseTo(0.5, 9);
  });

  it("stays within 0 and 1 and never jumps: nowhere steeper than the raised cosine of the quickest breath", () => {
    const step = 0.01;
    fc.assert(
      fc.property(start, fc.double({ min: 0, max: 3600, noNaN: true }), (from, seconds) => {
        const breaths = breathing(from);
        const quickest = Math.min(...breaths.flatMap(({ inSeconds, outSeconds }) => [inSeconds, outSeconds]));
        const here = lungsAt(breaths, seconds);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here).toBeLessThanOrEqual(1);
        const change = Math.abs(lungsAt(breaths, seconds + step) - here);
        expect(change).toBeLessThan((1.001 * step * Math.PI) / 2 / quickest);
      }),
    );
  });
});

describe("paceFromTaps", () => {
  it("needs two taps", () => {
    expect(paceFromTaps([])).toBeNull();
    expect(paceFromTaps([3])).toBeNull();
    expect(paceFromTaps([3, 3])).toBeNull();
  });

  it("reads the pace from the last two", () => {
    expect(paceFromTaps([3, 8])).toBe(12);
    expect(paceFromTaps([0, 1, 7])).toBe(10);
  });

  it("holds slips of the finger within a sane range", () => {
    expect(paceFromTaps([0, 0.2])).toBe(24);
    expect(paceFromTaps([0, 90])).toBe(4);
  });
});
