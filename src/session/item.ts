import * as v from "valibot";
import { GainDb, Id, LayerParams, secondsBetween } from "./values.ts";

/** Seconds of in, hold, out, hold. */
export const BreathPattern = v.pipe(
  v.strictTuple([secondsBetween(0, 20), secondsBetween(0, 20), secondsBetween(0, 20), secondsBetween(0, 20)]),
  v.check(([inhale, , exhale]) => inhale >= 1 && exhale >= 1, "in and out last a second or more"),
);

/** What a narrator says: the words, and the name of their recording. */
const spoken = {
  line: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
  text: v.pipe(v.string(), v.nonEmpty(), v.maxLength(400)),
};
export const SpokenLine = v.strictObject(spoken);

/** How fast a heart may beat here, beats per minute. */
const BeatsPerMinute = v.pipe(v.number(), v.minValue(40), v.maxValue(140));

/** How far apart the words of a shuffle lie, seconds. */
export const SHUFFLE_SECONDS = { min: 6, max: 9 } as const;

/** One thing of a part. Scenes and pulses take no time of their own: they go on beside what follows. */
export const Item = v.union([
  v.strictObject({
    say: v.strictObject({
      ...spoken,
      /**
       * The sentence as it was written where a person's own words may stand in it: `Say {anchor: your word} softly.`
       * `text` is the same with the default words, which are what was recorded.
       */
      slotted: v.exactOptional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(600))),
    }),
  }),
  v.strictObject({
    pause: v.strictObject({
      seconds: secondsBetween(0, 600),
      /** Neither stretched nor shrunk, whatever the wanted length. */
      exact: v.exactOptional(v.literal(true)),
    }),
  }),
  v.strictObject({
    breathe: v.strictObject({
      pattern: BreathPattern,
      times: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
      /** Somebody is heard breathing along. */
      companion: v.exactOptional(v.literal(true)),
    }),
  }),
  v.strictObject({
    scene: v.strictObject({
      layer: Id,
      gainDb: GainDb,
      overSeconds: secondsBetween(3, 600),
      /** Parameters that glide over the same time. */
      params: v.exactOptional(LayerParams),
    }),
  }),
  v.strictObject({ bell: v.strictObject({}) }),
  v.strictObject({
    /** A heart, from one pace to another, that then goes on at the second until `pulseOff` or the part's end. */
    pulse: v.strictObject({
      fromPerMinute: BeatsPerMinute,
      toPerMinute: BeatsPerMinute,
      overSeconds: secondsBetween(10, 1800),
    }),
  }),
  v.strictObject({ pulseOff: v.strictObject({}) }),
  v.strictObject({
    /** Numbers, counted aloud. */
    count: v.strictObject({
      lines: v.pipe(v.array(SpokenLine), v.minLength(2), v.maxLength(20)),
      everySeconds: secondsBetween(0.8, 10),
    }),
  }),
  v.strictObject({
    /** Loose words in an order that the night's seed decides. */
    words: v.strictObject({
      lines: v.pipe(v.array(SpokenLine), v.minLength(2), v.maxLength(1000)),
      everySeconds: secondsBetween(SHUFFLE_SECONDS.min, SHUFFLE_SECONDS.max),
      /** How long words come, unless the wanted length stretches it. */
      forSeconds: secondsBetween(30, 3600),
    }),
  }),
]);

export type BreathPattern = v.InferOutput<typeof BreathPattern>;
export type SpokenLine = v.InferOutput<typeof SpokenLine>;
export type Item = v.InferOutput<typeof Item>;
