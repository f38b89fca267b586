import type { Timer } from "../../night/night.ts";

/** Places of the timer's slider, minutes; the place after the last is the whole night. */
export const TIMER_STOPS = [
  5, 10, 15, 20, 25, 30, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 420, 480, 540, 600,
] as const;

/** When it is silent if it began now, epoch ms; null for the whole night. Minutes are minutes, also where clocks change. */
export function silentAt(nowMs: number, timer: Timer): number | null {
  return timer === "all-night" ? null : nowMs + timer.minutes * 60_000;
}

/** The timer at a place of the slider. */
export function timerAt(place: number): Timer {
  const minutes = TIMER_STOPS[place];
  return minutes === undefined ? "all-night" : { minutes };
}

/** The place of the slider nearest to a timer. */
export function placeOf(timer: Timer): number {
  if (timer === "all-night") return TIMER_STOPS.length;
  const distances = TIMER_STOPS.map((minutes) => Math.abs(minutes - timer.minutes));
  return distances.indexOf(Math.min(...distances));
}
