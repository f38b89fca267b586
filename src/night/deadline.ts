import { guideCurve } from "../engine/fades.ts";
import { TIMER_MINUTES, type Timer } from "./night.ts";

/** The wall-clock time (epoch ms) at which a timer set now is silent; null = all night. Minutes are held to 5-600. */
export function deadlineOf(timer: Timer, nowMs: number): number | null {
  if (timer === "all-night") return null;
  const minutes = Math.min(TIMER_MINUTES.max, Math.max(TIMER_MINUTES.min, timer.minutes));
  return nowMs + minutes * 60_000;
}

/**
 * Where a wall-clock deadline lies on the audio clock. Epoch milliseconds know no time zones, so a clock that goes
 * back or forward an hour in the night changes nothing.
 * @param nightSeconds night time at the wall-clock time `nowMs`
 */
export function deadlineSeconds(deadlineMs: number, nowMs: number, nightSeconds: number): number {
  return nightSeconds + (deadlineMs - nowMs) / 1000;
}

/** When the guide's voice has gone in a fade that ends at a deadline, in the deadline's own seconds. */
export function guideGoneSeconds(deadlineSeconds: number, fadeSeconds: number): number {
  return guideCurve(1, { deadlineSeconds, fadeSeconds }).at(-1)?.atSeconds ?? deadlineSeconds;
}

/** "Still awake": the end comes `minutes` from now, or stays where it is if that is later. */
export function laterDeadline(deadline: number | null, nowMs: number, minutes: number): number | null {
  return deadline === null ? null : Math.max(deadline, nowMs + minutes * 60_000);
}

/** The timer that says the same as a deadline, for what is shown and kept. */
export function timerUntil(deadline: number | null, nowMs: number): Timer {
  if (deadline === null) return "all-night";
  const minutes = Math.round((deadline - nowMs) / 60_000);
  return { minutes: Math.min(TIMER_MINUTES.max, Math.max(TIMER_MINUTES.min, minutes)) };
}
