import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  DOCUMENT_NAMES,
  DOCUMENTS,
  type DocumentKind,
  type DocumentName,
  type Documents,
} from "../../../src/session/documents/documents.ts";
import { MERGES } from "../../../src/session/documents/merge/merge.ts";
import { MAX_MIXES } from "../../../src/session/documents/mixes.ts";
import { DEFAULT_ROUTINE } from "../../../src/store/routine.ts";
import { documents } from "./documents.ts";

for (const name of DOCUMENT_NAMES) describe(`merging ${name}`, () => properties(name));

function properties<Name extends DocumentName>(name: Name): void {
  it("gives the same whichever device comes first", () => {
    check(name, (merge, base, first, second) => {
      expect(merge(base, first, second)).toEqual(merge(base, second, first));
    });
  });

  it("changes nothing where nothing was changed, or only on one device", () => {
    check(name, (merge, base, first) => {
      expect(merge(base, first, first)).toEqual(first);
      expect(content(merge(base, first, base))).toEqual(content(first));
    });
  });

  it("changes nothing a second time", () => {
    check(name, (merge, base, first, second) => {
      const merged = merge(base, first, second);
      expect(merge(base, merged, merged)).toEqual(merged);
      // An answer that was lost on its way: the device still knows the base alone.
      expect(merge(base, first, merged)).toEqual(merged);
      expect(merge(base, second, merged)).toEqual(merged);
    });
  });

  it("gives a document that the service takes", () => {
    const kind: DocumentKind<unknown> = DOCUMENTS[name];
    check(name, (merge, base, first, second) => {
      expect(v.is(kind.schema, merge(base, first, second))).toBe(true);
    });
  });
}

function check<Name extends DocumentName>(
  name: Name,
  holds: (
    merge: (typeof MERGES)[Name],
    base: Documents[Name],
    first: Documents[Name],
    second: Documents[Name],
  ) => void,
): void {
  const each: fc.Arbitrary<Documents[Name]> = documents[name];
  fc.assert(
    fc.property(each, each, each, (base, first, second) => holds(MERGES[name], base, first, second)),
    { numRuns: 150 },
  );
}

/** A document without its time, which alone may grow where nothing else does. */
function content(document: object): object {
  const { changedAt: _, ...rest } = { changedAt: 0, ...document };
  return rest;
}

const { language: _language, haptics: _haptics, ...evening } = DEFAULT_ROUTINE;
const routine = (changedAt: number, changes: Partial<typeof evening> = {}): Documents["routine"] => ({
  version: 1,
  changedAt,
  routine: { ...evening, ...changes },
  aside: [],
});

describe("an evening on two devices", () => {
  const merge = MERGES.routine;

  it("has every choice that only one of them changed", () => {
    const levels = { "rain-window": [{ layer: "rain", gainDb: -3 }] };
    const merged = merge(routine(0), routine(1, { timer: "all-night" }), routine(2, { levels }));
    expect(merged).toEqual({ ...routine(2, { timer: "all-night", levels }) });
  });

  it("has the later choice where both changed it, and keeps the other evening whole", () => {
    const earlier = routine(1, { timer: "all-night", guideGainDb: -6 });
    const merged = merge(routine(0), earlier, routine(2, { timer: { minutes: 20 } }));
    expect(merged.routine).toEqual({ ...evening, timer: { minutes: 20 }, guideGainDb: -6 });
    expect(merged.aside).toEqual([{ changedAt: 1, routine: earlier.routine }]);
  });

  it("lets an evening that was taken back stay away", () => {
    const aside = [{ changedAt: 1, routine: { ...evening, timer: "all-night" as const } }];
    const both = { ...routine(2), aside };
    expect(merge(both, both, { ...both, aside: [] }).aside).toEqual([]);
  });

  it("remembers mixes of no more sessions than the service takes, the rest with the other evening", () => {
    const levels = (prefix: string, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}-${i}`, []]));
    const merged = merge(
      routine(0),
      routine(1, { levels: levels("a", 80) }),
      routine(2, { levels: levels("b", 80) }),
    );
    expect(Object.keys(merged.routine.levels).filter((id) => id.startsWith("b"))).toHaveLength(80);
    expect(Object.keys(merged.routine.levels)).toHaveLength(100);
    expect(Object.keys(merged.aside[0]?.routine.levels ?? {})).toHaveLength(80);
  });
});

describe("a mix on two devices", () => {
  const merge = MERGES.mixes;
  const mixes = (entries: Documents["mixes"]["mixes"]): Documents["mixes"] => ({
    version: 1,
    mixes: entries,
  });
  const mix = (name: string, gainDb: number, changedAt: number) => ({
    name,
    levels: [{ layer: "rain", gainDb }],
    changedAt,
  });

  it("is kept twice where both changed it", () => {
    const merged = merge(
      mixes({ "mix-rain": mix("Rain", 0, 0) }),
      mixes({ "mix-rain": mix("Rain", -3, 1) }),
      mixes({ "mix-rain": mix("Rain", -6, 2) }),
    );
    expect(merged.mixes["mix-rain"]).toEqual(mix("Rain", -6, 2));
    expect(Object.values(merged.mixes)).toContainEqual(mix("Rain (2)", -3, 1));
  });

  it("is gone where one threw it away and the other left it, and stays where the other changed it", () => {
    const base = mixes({ "mix-rain": mix("Rain", 0, 0) });
    expect(merge(base, mixes({}), base)).toEqual(mixes({}));
    const changed = mixes({ "mix-rain": mix("Rain", -3, 1) });
    expect(merge(base, mixes({}), changed)).toEqual(changed);
  });

  it("is among the newest where there are more than the service takes", () => {
    const many = (prefix: string, at: number) =>
      mixes(
        Object.fromEntries(
          Array.from({ length: MAX_MIXES }, (_, i) => [`${prefix}-${i}-of-many`, mix("Rain", 0, at + i)]),
        ),
      );
    const merged = merge(mixes({}), many("a", 0), many("b", 1000));
    expect(merged).toEqual(mixes(Object.fromEntries(Object.entries(many("b", 1000).mixes).sort())));
  });
});
