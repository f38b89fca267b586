import { Automation, type AutomationPlan, type AutomationPoint } from "../dsp/automation.ts";
import { BRIGHT_PART, type Ending } from "./fades.ts";

/** The part of the foreground events that is left when the second stage of the fade is over. */
export const EVENTS_LEFT = 0.15;
/** How long a change of plan takes, seconds. */
const JOIN_SECONDS = 3;
/** No layer looks back further for what still sounds, seconds: there a plan that is replaced still counts. */
const MEMORY_SECONDS = 60;
/** Fine enough to read a plan, per second. */
const READING_RATE = 48_000;

/** How many foreground events are left over the night: they thin out together with what is bright, and come back with a wake. */
export function thinningPlan(ending: Ending | null): AutomationPlan {
  if (!ending) return { points: [{ atSeconds: 0, value: 1 }] };
  const { deadlineSeconds, fadeSeconds, wake } = ending;
  const fadeAt = deadlineSeconds - fadeSeconds;
  return {
    points: [
      { atSeconds: fadeAt, value: 1 },
      { atSeconds: fadeAt + fadeSeconds * BRIGHT_PART, value: EVENTS_LEFT },
      ...(wake
        ? [
            { atSeconds: wake.fromSeconds, value: EVENTS_LEFT },
            { atSeconds: wake.fullSeconds, value: 1 },
          ]
        : []),
    ],
  };
}

/**
 * The plan that takes over from another: the same up to now, so that what still sounds goes on sounding, then over to
 * the new ending.
 */
export function thinningFrom(
  ending: Ending | null,
  before: AutomationPlan,
  nowSeconds: number,
): AutomationPlan {
  const read = (plan: AutomationPlan, seconds: number) =>
    new Automation(plan, READING_RATE).at(seconds * READING_RATE);
  const next = thinningPlan(ending);
  const joined = nowSeconds + JOIN_SECONDS;
  const since = nowSeconds - MEMORY_SECONDS;
  const past: AutomationPoint[] = before.points.filter(
    ({ atSeconds }) => atSeconds > since && atSeconds < nowSeconds,
  );
  return {
    points: [
      { atSeconds: since, value: read(before, since) },
      ...past,
      { atSeconds: nowSeconds, value: read(before, nowSeconds) },
      { atSeconds: joined, value: read(next, joined) },
      ...next.points.filter(({ atSeconds }) => atSeconds > joined),
    ],
  };
}
