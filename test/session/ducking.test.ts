import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUCKING, duckingEnvelope, type GainPoint } from "../../src/session/ducking.ts";

const says = fc
  .array(
    fc.tuple(fc.double({ min: 0, max: 20, noNaN: true }), fc.double({ min: 0.1, max: 9, noNaN: true })),
    {
      maxLength: 30,
    },
  )
  .map((pairs) => {
    let atSeconds = 0;
    return pairs.map(([gap, seconds]) => {
      const say = { atSeconds: atSeconds + gap, seconds };
      atSeconds = say.atSeconds + seconds;
      return say;
    });
  });

function levelAt(points: readonly GainPoint[], seconds: number): number {
  const after = points.findIndex((point) => point.atSeconds > seconds);
  const [from, to] = [points[after - 1], points[after]];
  if (!from || !to) return 0;
  const fraction = (seconds - from.atSeconds) / (to.atSeconds - from.atSeconds);
  return from.gainDb + (to.gainDb - from.gainDb) * fraction;
}

describe("duckingEnvelope", () => {
  it("is down by the whole depth from the first to the last sample of every sentence", () => {
    fc.assert(
      fc.property(says, (all) => {
        const points = duckingEnvelope(all);
        for (const { atSeconds, seconds } of all) {
          for (const part of [0, 0.5, 0.999]) {
            expect(levelAt(points, atSeconds + part * seconds)).toBeCloseTo(DUCKING.depthDb, 6);
          }
        }
      }),
    );
  });

  it("runs forward in time and never steeper than its attack and release", () => {
    fc.assert(
      fc.property(says, (all) => {
        const points = duckingEnvelope(all);
        for (const [index, point] of points.slice(1).entries()) {
          const before = points[index];
          if (!before) throw new Error("a point has one before it");
          const seconds = point.atSeconds - before.atSeconds;
          const change = point.gainDb - before.gainDb;
          expect(seconds).toBeGreaterThan(0);
          if (change < 0) expect(seconds).toBeGreaterThanOrEqual(DUCKING.attackSeconds - 1e-9);
          if (change > 0) expect(seconds).toBeGreaterThanOrEqual(DUCKING.releaseSeconds - 1e-9);
        }
      }),
    );
  });

  it("stays down between sentences that follow one another, and comes up in a long pause", () => {
    const points = duckingEnvelope([
      { atSeconds: 10, seconds: 3 },
      { atSeconds: 17, seconds: 2 },
      { atSeconds: 40, seconds: 2 },
    ]);
    expect(levelAt(points, 15)).toBe(-10);
    expect(levelAt(points, 30)).toBe(0);
    expect(points.map(({ atSeconds }) => atSeconds)).toEqual([9.2, 10, 19, 24, 39.2, 40, 42, 47]);
  });

  it("is empty where nothing is said", () => {
    expect(duckingEnvelope([])).toEqual([]);
  });
});
