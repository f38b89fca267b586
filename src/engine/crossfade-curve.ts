import type { Curve } from "./curve.ts";

/** From one mix to another, seconds. */
export const CROSSFADE_SECONDS = 8;
/** Points of the curve: close enough that it is within 0.1 dB of the circle it follows, but for its first. */
const POINTS = 16;

/** A gain that goes over to another so that its power moves in a raised cosine: two that cross keep their sum. */
export function crossfadeCurve(from: number, to: number, atSeconds: number): Curve {
  return Array.from({ length: POINTS + 1 }, (_, index) => {
    const part = (1 - Math.cos((Math.PI * index) / POINTS)) / 2;
    return {
      atSeconds: atSeconds + (CROSSFADE_SECONDS * index) / POINTS,
      value: Math.sqrt(from * from + (to * to - from * from) * part),
    };
  });
}
