import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Dose,
  HOW,
  nextDoseSeconds,
  unsaid,
  wasDone,
  withDose,
} from "../../../src/session/person/dose.ts";

const RANGE = { shortest: 100, usual: 1200, longest: 2400 };
const dose = (atMs: number, seconds: number, how: Dose["how"] = null): Dose => ({
  session: "wind-down",
  atMs,
  seconds,
  how,
});
const next = (history: readonly Dose[], first?: number) =>
  nextDoseSeconds("wind-down", RANGE, first, history);

describe("how long it is this time", () => {
  it("begins with three minutes, or with the script's own first dose", () => {
    expect(next([])).toBe(180);
    expect(next([], 120)).toBe(120);
  });

  it("begins with the shortest there is where that is longer, and never above the usual", () => {
    expect(nextDoseSeconds("pmr", { shortest: 400, usual: 720, longest: 900 }, undefined, [])).toBe(400);
    expect(nextDoseSeconds("stop-even", { shortest: 45, usual: 90, longest: 200 }, undefined, [])).toBe(90);
  });

  it("is a tenth more than the last time, until it is as usual", () => {
    expect(next([dose(1, 180)])).toBeCloseTo(198);
    expect(next([dose(1, 1150)])).toBe(1200);
    expect(next([dose(1, 2000)])).toBe(1200);
  });

  it("does not grow after a time that was too much", () => {
    expect(next([dose(1, 300, "good"), dose(2, 300, "too-much")])).toBe(300);
    expect(next([dose(2, 300, "too-much"), dose(1, 900, "good")])).toBe(300);
  });

  it("counts what was done, and goes on from there", () => {
    expect(next([dose(1, 600), dose(2, 200)])).toBeCloseTo(220);
    expect(next([dose(1, 600), dose(2, 30)])).toBe(180);
  });

  it("looks at this session alone, and not at one that never began", () => {
    expect(next([{ ...dose(5, 900), session: "pmr" }, dose(1, 200), dose(9, 0)])).toBeCloseTo(220);
  });
});

const anyDose: fc.Arbitrary<Dose> = fc.record({
  session: fc.constantFrom("wind-down", "pmr"),
  atMs: fc.integer({ min: 0, max: 1000 }),
  seconds: fc.double({ min: 0, max: 4000, noNaN: true }),
  how: fc.constantFrom(null, ...HOW),
});
const anyRange = fc
  .tuple(
    fc.double({ min: 30, max: 600, noNaN: true }),
    fc.double({ min: 0, max: 1800, noNaN: true }),
    fc.double({ min: 0, max: 3000, noNaN: true }),
  )
  .map(([shortest, more, most]) => ({ shortest, usual: shortest + more, longest: shortest + more + most }));

describe("whatever was done before", () => {
  it("stays within what the session can be, and never above the usual", () => {
    fc.assert(
      fc.property(anyRange, fc.array(anyDose), (range, history) => {
        const seconds = nextDoseSeconds("wind-down", range, undefined, history);
        expect(seconds).toBeGreaterThanOrEqual(range.shortest);
        expect(seconds).toBeLessThanOrEqual(range.usual);
      }),
    );
  });

  it("grows by a tenth at most over the last time, and not at all after too much", () => {
    fc.assert(
      fc.property(anyRange, fc.array(anyDose), anyDose, (range, history, latest) => {
        const last: Dose = { ...latest, session: "wind-down", atMs: 2000, seconds: latest.seconds + 1 };
        const first = nextDoseSeconds("wind-down", range, undefined, []);
        const seconds = nextDoseSeconds("wind-down", range, undefined, [...history, last]);
        expect(seconds).toBeLessThanOrEqual(Math.max(first, last.seconds * 1.1) + 1e-9);
        if (last.how === "too-much") {
          expect(seconds).toBeLessThanOrEqual(Math.max(range.shortest, last.seconds));
        }
      }),
    );
  });

  it("comes to the usual length by small steps, and stays there", () => {
    let history: readonly Dose[] = [];
    for (let time = 1; time <= 30; time++) history = withDose(history, dose(time, next(history)));
    expect(next(history)).toBe(1200);
  });
});

describe("the history", () => {
  it("takes a dose in the place of its own earlier state, newest first", () => {
    const history = withDose(withDose(withDose([], dose(1, 60)), dose(2, 30)), dose(2, 90, "good"));
    expect(history).toEqual([dose(2, 90, "good"), dose(1, 60)]);
  });

  it("forgets the oldest beyond two hundred", () => {
    const history = Array.from({ length: 250 }, (_, at) => dose(at, 60)).reduce(
      withDose,
      [] as readonly Dose[],
    );
    expect(history).toHaveLength(200);
    expect(history.at(-1)?.atMs).toBe(50);
  });

  it("asks about the last time only, for a day, and only while nothing was said", () => {
    const hour = 3600_000;
    expect(unsaid([dose(0, 60)], 10 * hour)).toEqual(dose(0, 60));
    expect(unsaid([dose(0, 60)], 30 * hour)).toBeNull();
    expect(unsaid([dose(5, 60, "good"), dose(0, 60)], 10 * hour)).toBeNull();
    expect(unsaid([], 0)).toBeNull();
  });

  it("knows what was done, however little", () => {
    expect(wasDone("wind-down", [dose(1, 5)])).toBe(true);
    expect(wasDone("wind-down", [dose(1, 0)])).toBe(false);
    expect(wasDone("pmr", [dose(1, 5)])).toBe(false);
  });
});
