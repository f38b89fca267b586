import fc from "fast-check";
import type { Documents } from "../../../src/session/documents/documents.ts";
import { withAside } from "../../../src/session/documents/merge/routine.ts";
import type { Routine } from "../../../src/session/routine.ts";

/** Small documents of a person, few enough values apart that two devices often disagree. */

const at = fc.integer({ min: 1, max: 6 });
const small = fc.integer({ min: 0, max: 3 });
const session = fc.constantFrom("rain-window", "night-sea", "fire");
const levels = fc.array(
  fc.record({ layer: fc.constantFrom("rain", "brown"), gainDb: fc.integer({ min: -3, max: 0 }) }),
  { maxLength: 2 },
);

const evening: fc.Arbitrary<Documents["routine"]["routine"]> = fc.record({
  session,
  narrator: fc.constantFrom<Routine["narrator"]>(null, { kind: "device" }, { kind: "none" }),
  guideGainDb: small,
  timer: fc.constantFrom<Routine["timer"]>("all-night", { minutes: 30 }, { minutes: 45 }),
  levels: fc.dictionary(session, levels, { maxKeys: 3 }),
  wantedSeconds: fc.dictionary(session, fc.integer({ min: 30, max: 33 }), { maxKeys: 3 }),
  breath: fc.record({ follow: fc.boolean(), perMinute: fc.integer({ min: 6, max: 8 }) }),
});

const mixId = fc.constantFrom("mix-aaaa", "mix-bbbb", "mix-cccc", "__proto_", "constructor");

export const documents: { readonly [Name in keyof Documents]: fc.Arbitrary<Documents[Name]> } = {
  routine: fc
    .record({
      version: fc.constant(1 as const),
      changedAt: at,
      routine: evening,
      aside: fc.array(fc.record({ changedAt: at, routine: evening }), { maxLength: 2 }),
    })
    .map((document) => withAside(document, document.aside)),
  mixes: fc.record({
    version: fc.constant(1 as const),
    mixes: fc.dictionary(mixId, fc.record({ name: fc.constantFrom("Rain", "Sea"), levels, changedAt: at }), {
      maxKeys: 4,
    }),
  }),
  path: fc.record({
    version: fc.constant(1 as const),
    steps: fc.record({ recognise: at, boundaries: at }, { requiredKeys: [] }),
    practised: fc.dictionary(mixId, fc.record({ session, at, seconds: fc.integer({ min: 1, max: 3 }) }), {
      maxKeys: 4,
    }),
  }),
  settings: fc.record({
    version: fc.constant(1 as const),
    changedAt: at,
    settings: fc.record({
      language: fc.constantFrom(null, "nl" as const, "en" as const),
      haptics: fc.boolean(),
    }),
  }),
};
