import * as v from "valibot";
import { CAUTION_CODES } from "./caution.ts";
import { ANSWERS } from "./check-in.ts";
import { HOW, MOST_DOSES } from "./dose.ts";

/** Of a session, a layer, a question or its answer. */
const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));
const EpochMs = v.pipe(v.number(), v.finite(), v.minValue(0));
/** A few words of one's own: a slot, a sentence. */
const OwnWords = v.pipe(v.string(), v.regex(/\S/), v.maxLength(120));

/** The slots of scripts that a person fills once. */
export const SLOTS = ["anchor", "place", "houvast"] as const;
export type Slot = (typeof SLOTS)[number];

export const Dose = v.strictObject({
  session: Id,
  atMs: EpochMs,
  seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(36_000)),
  how: v.nullable(v.picklist(HOW)),
});

/** What somebody told of themselves. Kept on the device alone: no document of the service has a place for it. */
export const PersonFields = {
  /** Marked under "Past dit bij mij?". */
  cautions: v.pipe(v.array(v.picklist(CAUTION_CODES)), v.readonly()),
  /** Layers that are never used. */
  never: v.pipe(v.array(Id), v.readonly()),
  /** Own words for a script's slots; "" = left empty on purpose, so not asked again. */
  slots: v.pipe(
    v.strictObject({
      anchor: v.exactOptional(v.union([v.literal(""), OwnWords])),
      place: v.exactOptional(v.union([v.literal(""), OwnWords])),
      houvast: v.exactOptional(v.union([v.literal(""), OwnWords])),
    }),
    v.readonly(),
  ),
  /** What was last chosen before a session, by session and question. */
  choices: v.pipe(v.record(Id, v.pipe(v.record(Id, Id), v.readonly())), v.readonly()),
  /** Soft words of one's own. */
  affirmations: v.pipe(v.array(OwnWords), v.maxLength(20), v.readonly()),
  /** What was done, newest first. */
  doses: v.pipe(v.array(v.pipe(Dose, v.readonly())), v.maxLength(MOST_DOSES), v.readonly()),
  /** How it was, newest first. */
  checkIns: v.pipe(
    v.array(v.pipe(v.strictObject({ atMs: EpochMs, answer: v.picklist(ANSWERS) }), v.readonly())),
    v.maxLength(200),
    v.readonly(),
  ),
} as const;

const Whole = v.object(PersonFields);
type Mutable = v.InferOutput<typeof Whole>;
export type Person = { readonly [Field in keyof Mutable]: Mutable[Field] };
