import type { MOMENTS } from "../script-meta.ts";

/** What somebody can recognise under "Hoe is het nu?", in the order in which it is shown (content brief, the check-in). */
export const ANSWERS = [
  "head",
  "body",
  "tight",
  "alert",
  "restless",
  "lonely",
  "upset",
  "dream",
  "sleepy",
  "pressure",
  "tired",
] as const;
export type Answer = (typeof ANSWERS)[number];

/** In bed there are three words. */
export const BED_ANSWERS = ["head", "body", "tired"] as const satisfies readonly Answer[];

export type Moment = (typeof MOMENTS)[number];

/** What can be answered at a moment: in bed three words, else the whole list. */
export function answersAt(moment: Moment): readonly Answer[] {
  return moment === "in-bed" ? BED_ANSWERS : ANSWERS;
}

/** The evening begins at 18:00, so that nothing stirring is suggested in the hours before bed; the night ends at 5:00. */
const EVENING_HOUR = 18;
const SMALL_HOUR = 1;
const DAY_HOUR = 5;

/** The moment by the clock where somebody looks at it. @param hour local hour, 0..23 */
export function momentOf(hour: number): Exclude<Moment, "in-bed"> {
  if (hour >= SMALL_HOUR && hour < DAY_HOUR) return "at-three";
  return hour >= DAY_HOUR && hour < EVENING_HOUR ? "day" : "evening";
}
