import type { Param } from "tone/build/esm/core/context/Param.js";

/**
 * A planned course of a gain or a frequency over the night: sorted points on night time, linear values, none negative.
 * Between two positive values it runs exponentially (linear in decibels), to or from zero linearly; before the first
 * point and after the last it holds.
 */
export type Curve = readonly CurvePoint[];

export interface CurvePoint {
  /** Seconds since the night began. */
  readonly atSeconds: number;
  readonly value: number;
}

/** The curve's value at a night time. */
export function curveAt(curve: Curve, seconds: number): number {
  let before: CurvePoint | undefined;
  for (const point of curve) {
    if (point.atSeconds > seconds) {
      if (!before) return point.value;
      const fraction = (seconds - before.atSeconds) / (point.atSeconds - before.atSeconds);
      return before.value > 0 && point.value > 0
        ? before.value * (point.value / before.value) ** fraction
        : before.value + (point.value - before.value) * fraction;
    }
    before = point;
  }
  if (!before) throw new Error("curve: needs at least one point");
  return before.value;
}

/**
 * Lays a curve on a parameter as native automation, replacing what is planned from `fromSeconds` on. What has begun
 * goes on along its own ramp until then, so nothing jumps. From then on frozen JavaScript changes nothing.
 * @param param a Tone parameter in linear units
 * @param originTime context time at which the night's second 0 lies (may lie in the past or be negative)
 * @param fromSeconds night time from which the new plan holds; not before the context's present
 */
export function layCurve(
  param: Param<"gain"> | Param<"frequency">,
  curve: Curve,
  originTime: number,
  fromSeconds: number,
): void {
  const from = originTime + fromSeconds;
  let last = curveAt(curve, fromSeconds);
  param.cancelAndHoldAtTime(from);
  param.setValueAtTime(last, from);
  for (const point of curve) {
    if (point.atSeconds <= fromSeconds) continue;
    const at = originTime + point.atSeconds;
    if (point.value === last) param.setValueAtTime(point.value, at);
    else if (point.value > 0 && last > 0) param.exponentialRampToValueAtTime(point.value, at);
    else param.linearRampToValueAtTime(point.value, at);
    last = point.value;
  }
}
