import fc from "fast-check";
import { MOMENTS, type Part, type Script, type SessionDocument } from "../../src/session/schema.ts";

/** Arbitrary documents that are valid by construction, for property tests. */

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);
const words = fc.stringMatching(/^[A-Za-z ,.'é]{1,60}$/);
const seconds = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const pattern = fc.tuple(seconds(1, 8), seconds(0, 4), seconds(1, 8), seconds(0, 4));

const item = fc.oneof(
  { weight: 4, arbitrary: fc.record({ say: fc.record({ line: id, text: words }) }) },
  { weight: 4, arbitrary: fc.record({ pause: fc.record({ seconds: seconds(0, 40) }) }) },
  fc.record({ pause: fc.record({ seconds: seconds(0, 20), exact: fc.constant(true as const) }) }),
  fc.record({ breathe: fc.record({ pattern, times: fc.integer({ min: 1, max: 12 }) }) }),
  fc.record({
    scene: fc.record({ layer: id, gainDb: seconds(-60, 6), overSeconds: seconds(3, 600) }),
  }),
  fc.record({ bell: fc.constant({}) }),
);

const part: fc.Arbitrary<Part> = fc.record({
  id,
  title: words,
  optional: fc.boolean(),
  items: fc.array(item, { minLength: 1, maxLength: 12 }),
});

export const script: fc.Arbitrary<Script> = fc.record({
  meta: fc.record({
    moment: fc.array(fc.constantFrom(...MOMENTS), { minLength: 1, maxLength: 4 }),
    need: fc.array(words, { minLength: 1, maxLength: 3 }),
    caution: fc.array(words, { maxLength: 2 }),
    author: words,
    reviewedBy: words,
    usualSeconds: seconds(30, 3600),
  }),
  parts: fc.array(part, { minLength: 1, maxLength: 6 }),
});

const layers = fc.array(fc.record({ layer: id, gainDb: seconds(-60, 6) }), { minLength: 1, maxLength: 4 });

export const guidedSession: fc.Arbitrary<SessionDocument> = fc.record({
  version: fc.constant(1 as const),
  id,
  kind: fc.constant("guided" as const),
  titles: fc.record({ nl: words, en: words }),
  bed: fc.record({ layers }),
  scripts: fc.record({ nl: script, en: script }),
  ending: fc.record({ fadeSeconds: seconds(120, 3600) }),
});

export const bedSession: fc.Arbitrary<SessionDocument> = fc.record({
  version: fc.constant(1 as const),
  id,
  kind: fc.constant("bed" as const),
  titles: fc.record({ nl: words, en: words }),
  bed: fc.record({ layers }),
  ending: fc.record({ fadeSeconds: seconds(120, 3600) }),
});
