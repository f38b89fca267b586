import * as v from "valibot";
import { Item } from "./item.ts";
import { ScriptMeta } from "./script-meta.ts";
import { GainDb, Id, LayerParams, ShortText, secondsBetween } from "./values.ts";

// In a file of its own: the screen needs it before the first sound, and the validator not.
export { LANGUAGES, type Language } from "./language.ts";

/** The newest document version this code writes and reads. */
export const SESSION_VERSION = 2;

/** One layer of a mix: its gain in dB relative to the calibrated level, and parameters that differ from their defaults. */
export const LayerLevel = v.strictObject({
  layer: Id,
  gainDb: GainDb,
  params: v.optional(LayerParams),
});

export const Part = v.strictObject({
  id: Id,
  title: ShortText,
  /** May be left out when the wanted length is short. */
  optional: v.boolean(),
  /** Played only where this choice was answered so; the first option counts as answered where nothing was. */
  when: v.exactOptional(v.strictObject({ choice: Id, option: Id })),
  items: v.pipe(v.array(Item), v.minLength(1), v.maxLength(400)),
});

/** A question before the start. Its words and those of its options stand in the language folders. */
export const Choice = v.strictObject({
  id: Id,
  options: v.pipe(v.array(Id), v.minLength(2), v.maxLength(8)),
});

export const Script = v.strictObject({
  meta: ScriptMeta,
  /** Asked before the start, in this order. */
  choices: v.exactOptional(v.pipe(v.array(Choice), v.minLength(1), v.maxLength(4))),
  /** Before the start it is asked whether something is unsafe, new or painful now; yes leads to help. */
  fork: v.exactOptional(v.literal(true)),
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
  ending: v.strictObject({ fadeSeconds: secondsBetween(120, 3600) }),
});

export type LayerLevel = v.InferOutput<typeof LayerLevel>;
export type Part = v.InferOutput<typeof Part>;
export type Choice = v.InferOutput<typeof Choice>;
export type Script = v.InferOutput<typeof Script>;
export type SessionDocument = v.InferOutput<typeof SessionDocument>;
