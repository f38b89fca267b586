import fc from "fast-check";
import { CAUTION_CODES } from "../../src/session/person/caution.ts";
import type { Part, Script, SessionDocument } from "../../src/session/schema.ts";
import { MOMENTS } from "../../src/session/script-meta.ts";

/** Arbitrary documents that are valid by construction, for property tests. */

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);
const words = fc.stringMatching(/^[A-Za-z ,.'é]{1,60}$/);
const seconds = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const pattern = fc.tuple(seconds(1, 8), seconds(0, 4), seconds(1, 8), seconds(0, 4));

/** Lines whose ids tell what they belong to. */
const lines = (kind: string, most: number) =>
  fc
    .array(words, { minLength: 2, maxLength: most })
    .map((texts) => texts.map((text, index) => ({ line: `${kind}-${index}`, text })));

const item = fc.oneof(
  { weight: 4, arbitrary: fc.record({ say: fc.record({ line: id, text: words }) }) },
  { weight: 4, arbitrary: fc.record({ pause: fc.record({ seconds: seconds(0, 40) }) }) },
  fc.record({ pause: fc.record({ seconds: seconds(0, 20), exact: fc.constant(true as const) }) }),
  fc.record({
    breathe: fc.record(
      { pattern, times: fc.integer({ min: 1, max: 12 }), companion: fc.constant(true as const) },
      { requiredKeys: ["pattern", "times"] },
    ),
  }),
  fc.record({
    scene: fc.record({ layer: id, gainDb: seconds(-60, 6), overSeconds: seconds(3, 600) }),
  }),
  fc.record({
    scene: fc.record({
      layer: id,
      gainDb: seconds(-60, 6),
      overSeconds: seconds(3, 600),
      params: fc.dictionary(id, seconds(0, 1), { maxKeys: 3 }),
    }),
  }),
  fc.record({ bell: fc.constant({}) }),
  fc.record({
    pulse: fc.record({
      fromPerMinute: seconds(40, 140),
      toPerMinute: seconds(40, 140),
      overSeconds: seconds(10, 600),
    }),
  }),
  fc.record({ pulseOff: fc.constant({}) }),
  fc.record({
    say: fc.record({
      line: id,
      text: fc.constant("Say a word now."),
      slotted: fc.constant("Say {anchor: a word} now."),
    }),
  }),
  fc.record({
    count: fc.record({ lines: lines("count", 20), everySeconds: seconds(0.8, 4) }),
  }),
  fc.record({
    words: fc.record({ lines: lines("word", 40), everySeconds: seconds(6, 9), forSeconds: seconds(30, 240) }),
  }),
);

const part: fc.Arbitrary<Part> = fc.record(
  {
    id,
    title: words,
    optional: fc.boolean(),
    items: fc.array(item, { minLength: 1, maxLength: 12 }),
    when: fc.record({ choice: fc.constant("place"), option: fc.constantFrom("sea", "forest", "fire") }),
  },
  { requiredKeys: ["id", "title", "optional", "items"] },
);

export const script: fc.Arbitrary<Script> = fc.record(
  {
    meta: fc.record({
      moment: fc.array(fc.constantFrom(...MOMENTS), { minLength: 1, maxLength: 4 }),
      need: fc.array(words, { minLength: 1, maxLength: 3 }),
      caution: fc.array(
        fc.oneof(
          fc.record({ text: words }),
          fc.record({ code: fc.constantFrom(...CAUTION_CODES), instead: id }, { requiredKeys: ["code"] }),
        ),
        { maxLength: 2 },
      ),
      author: words,
      reviewedBy: words,
      usualSeconds: seconds(30, 3600),
    }),
    parts: fc.array(part, { minLength: 1, maxLength: 6 }),
    choices: fc.constant([{ id: "place", options: ["sea", "forest", "fire"] }]),
    fork: fc.constant(true as const),
  },
  { requiredKeys: ["meta", "parts"] },
);

const layers = fc.array(fc.record({ layer: id, gainDb: seconds(-60, 6) }), { minLength: 1, maxLength: 4 });

export const guidedSession: fc.Arbitrary<SessionDocument> = fc.record({
  version: fc.constant(2 as const),
  id,
  kind: fc.constant("guided" as const),
  titles: fc.record({ nl: words, en: words }),
  bed: fc.record({ layers }),
  scripts: fc.record({ nl: script, en: script }),
  ending: fc.record({ fadeSeconds: seconds(120, 3600) }),
});

export const bedSession: fc.Arbitrary<SessionDocument> = fc.record({
  version: fc.constant(2 as const),
  id,
  kind: fc.constant("bed" as const),
  titles: fc.record({ nl: words, en: words }),
  bed: fc.record({ layers }),
  ending: fc.record({ fadeSeconds: seconds(120, 3600) }),
});
