import * as v from "valibot";

/** What can be written on a page of the app. */
export const WRITING_KINDS = ["worry", "letter", "reflection"] as const;
export type WritingKind = (typeof WRITING_KINDS)[number];

/** The longest text on a page, UTF-16 units. */
export const MOST_WRITTEN = 20_000;

/** Something written. It stays on this device and is sent to nobody. */
export const Writing = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+-\d+$/)),
  kind: v.picklist(WRITING_KINDS),
  /** Answers to the page's questions, in their order. */
  texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(MOST_WRITTEN))), v.minLength(1), v.maxLength(3)),
  atMs: v.pipe(v.number(), v.minValue(0)),
  /** Put away until then, epoch ms; null = there to read at any time. */
  untilMs: v.nullable(v.pipe(v.number(), v.minValue(0))),
});
export type Writing = Readonly<v.InferOutput<typeof Writing>>;

/** Tomorrow begins at this hour, and not within so many hours from now. */
const MORNING_HOUR = 8;
const SLEEP_HOURS = 4;

/**
 * When something is there again that is kept until tomorrow, epoch ms: the next morning at eight by this device's clock,
 * and where it is nearly that, the one after. What is written at one in the night comes back the same morning.
 */
export function tomorrowMs(nowMs: number): number {
  const morning = new Date(nowMs);
  morning.setHours(MORNING_HOUR, 0, 0, 0);
  while (morning.getTime() - nowMs < SLEEP_HOURS * 3600_000) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}

/** Whether it may be read now. */
export function isOpen({ untilMs }: Writing, nowMs: number): boolean {
  return untilMs === null || untilMs <= nowMs;
}
