import * as v from "valibot";

// In a file of its own: the screen needs it before the first sound, and the validator not.
export { LANGUAGES, type Language } from "./language.ts";

export const MOMENTS = ["day", "evening", "in-bed", "at-three"] as const;

/** The newest document version this code writes and reads. */
export const SESSION_VERSION = 1;

const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));
const ShortText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(120));
const GainDb = v.pipe(v.number(), v.minValue(-60), v.maxValue(6));
const Seconds = (max: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(max));

/** One layer of a mix: its gain in dB relative to the calibrated level, and parameters that differ from their defaults. */
export const LayerLevel = v.strictObject({
  layer: Id,
  gainDb: GainDb,
  params: v.optional(v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.number(), v.finite()))),
});

/** Seconds of in, hold, out, hold. */
export const BreathPattern = v.pipe(
  v.strictTuple([Seconds(20), Seconds(20), Seconds(20), Seconds(20)]),
  v.check(([inhale, , exhale]) => inhale >= 1 && exhale >= 1, "in and out last a second or more"),
);

export const Item = v.union([
  v.strictObject({
    say: v.strictObject({
      line: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
      text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(400)),
    }),
  }),
  v.strictObject({
    pause: v.strictObject({
      seconds: Seconds(600),
      /** Neither stretched nor shrunk, whatever the wanted length. */
      exact: v.exactOptional(v.literal(true)),
    }),
  }),
  v.strictObject({
    breathe: v.strictObject({
      pattern: BreathPattern,
      times: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    }),
  }),
  v.strictObject({
    scene: v.strictObject({
      layer: Id,
      gainDb: GainDb,
      overSeconds: v.pipe(v.number(), v.minValue(3), v.maxValue(600)),
    }),
  }),
  v.strictObject({ bell: v.strictObject({}) }),
]);

export const Part = v.strictObject({
  id: Id,
  title: ShortText,
  /** May be left out when the wanted length is short. */
  optional: v.boolean(),
  items: v.pipe(v.array(Item), v.minLength(1), v.maxLength(400)),
});

export const ScriptMeta = v.strictObject({
  moment: v.pipe(v.array(v.picklist(MOMENTS)), v.minLength(1)),
  need: v.pipe(v.array(ShortText), v.minLength(1)),
  caution: v.array(ShortText),
  author: ShortText,
  reviewedBy: ShortText,
  /** When it was last written, ISO 8601. */
  date: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  /** How long it lasts unless the person chooses otherwise. */
  usualSeconds: v.pipe(v.number(), v.minValue(30), v.maxValue(36_000)),
});

export const Script = v.strictObject({
  meta: ScriptMeta,
  parts: v.pipe(v.array(Part), v.minLength(1), v.maxLength(60)),
});

export const SessionDocument = v.strictObject({
  version: v.literal(SESSION_VERSION),
  id: Id,
  kind: v.picklist(["bed", "guided"]),
  titles: v.strictObject({ nl: ShortText, en: ShortText }),
  bed: v.strictObject({ layers: v.pipe(v.array(LayerLevel), v.minLength(1), v.maxLength(12)) }),
  /** Present in guided sessions, one per language that it speaks. */
  scripts: v.optional(v.strictObject({ nl: v.exactOptional(Script), en: v.exactOptional(Script) })),
  ending: v.strictObject({ fadeSeconds: v.pipe(v.number(), v.minValue(120), v.maxValue(3600)) }),
});

export type LayerLevel = v.InferOutput<typeof LayerLevel>;
export type BreathPattern = v.InferOutput<typeof BreathPattern>;
export type Item = v.InferOutput<typeof Item>;
export type Part = v.InferOutput<typeof Part>;
export type ScriptMeta = v.InferOutput<typeof ScriptMeta>;
export type Script = v.InferOutput<typeof Script>;
export type SessionDocument = v.InferOutput<typeof SessionDocument>;
