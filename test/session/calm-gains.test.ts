import fc from "fast-check";
import { expect, it } from "vitest";
import { excessDb, withCalmGains } from "../../src/session/calm-gains.ts";
import { MAX_TOGETHER_DB } from "../../src/session/mix.ts";
import { parseSession } from "../../src/session/parse.ts";
import { bedSession, guidedSession } from "./documents.ts";

/** The bed and every scene of a session. */
function levelsOf({ bed, scripts = {} }: ReturnType<typeof withCalmGains>) {
  const items = Object.values(scripts).flatMap(({ parts }) => parts.flatMap((part) => part.items));
  return { bed: bed.layers, scenes: items.flatMap((item) => ("scene" in item ? [item.scene] : [])) };
}

it("a session by somebody else is nowhere louder than their mix may be, stays whole, and keeps what is calm", () => {
  fc.assert(
    fc.property(fc.oneof(guidedSession, bedSession), (session) => {
      const { bed, scenes } = levelsOf(session);
      const calm = withCalmGains(session);
      const after = levelsOf(calm);
      expect(excessDb(after.bed, after.scenes)).toBe(0);
      expect(parseSession(calm).ok).toBe(true);
      if (excessDb(bed, scenes) === 0) expect(calm).toBe(session);
    }),
    { numRuns: 60 },
  );
});

it("counts a layer twice that sounds twice, and a scene in place of its bed", () => {
  const rain = (gainDb: number) => ({ layer: "rain", gainDb });
  expect(excessDb([rain(6), rain(6), rain(6), rain(6)])).toBeCloseTo(0.02, 1);
  expect(excessDb([rain(0)], [rain(6), rain(6), rain(6), rain(6), rain(6)])).toBe(0);
  const many = ["a", "b", "c", "d", "e"].map((layer) => ({ layer, gainDb: 6 }));
  expect(excessDb([], many)).toBeCloseTo(6 + 10 * Math.log10(5) - MAX_TOGETHER_DB);
});
