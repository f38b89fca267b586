import * as v from "valibot";
import { CAUTION_CODES } from "./person/caution.ts";
import { Id, ShortText, secondsBetween } from "./values.ts";

export const MOMENTS = ["day", "evening", "in-bed", "at-three"] as const;

/** For whom a session may not be right: a known caution, with what can be done instead, or a sentence of the writer's. */
export const ScriptCaution = v.union([
  v.strictObject({ code: v.picklist(CAUTION_CODES), instead: v.exactOptional(Id) }),
  v.strictObject({ text: ShortText }),
]);

export const ScriptMeta = v.strictObject({
  moment: v.pipe(v.array(v.picklist(MOMENTS)), v.minLength(1)),
  need: v.pipe(v.array(ShortText), v.minLength(1)),
  caution: v.array(ScriptCaution),
  author: ShortText,
  reviewedBy: ShortText,
  /** When it was last written, ISO 8601. */
  date: v.exactOptional(v.pipe(v.string(), v.isoDate())),
  /** How long it lasts unless the person chooses otherwise. */
  usualSeconds: secondsBetween(30, 36_000),
  /** How long it lasts the first time; left out = 3 minutes. */
  firstSeconds: v.exactOptional(secondsBetween(30, 36_000)),
});

export type ScriptCaution = v.InferOutput<typeof ScriptCaution>;
export type ScriptMeta = v.InferOutput<typeof ScriptMeta>;
