import * as v from "valibot";

/** Names a session, a layer, a part, a choice or one of its options. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));
export const ShortText = v.pipe(v.string(), v.nonEmpty(), v.maxLength(120));
export const GainDb = v.pipe(v.number(), v.minValue(-60), v.maxValue(6));
/** A layer's parameters by name; those that are not named keep their values. */
export const LayerParams = v.record(v.pipe(v.string(), v.maxLength(40)), v.pipe(v.number(), v.finite()));
export const secondsBetween = (min: number, max: number) =>
  v.pipe(v.number(), v.minValue(min), v.maxValue(max));
