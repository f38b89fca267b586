/** How far pauses may shrink and grow together to reach a wanted length. */
export const STRETCH = { min: 0.5, max: 4 } as const;

/** Length of something that fills its time, such as a word shuffle, under a stretch; it has no longest. */
export function stretchedRun(seconds: number, stretch: number): number {
  return seconds * Math.min(STRETCH.max, Math.max(STRETCH.min, stretch));
}

/** Pauses below this length hold sentences together; they give way less than pauses one rests in. */
const SHORT_SECONDS = 2.5;
const SHORT_STRETCH = { min: 0.8, max: 2.2 } as const;
/** A longer silence makes people wonder whether the guide is gone, unless the writer asked for it. */
const LONGEST_SECONDS = 60;

/**
 * Length of a pause under a stretch between {@link STRETCH}.min and max; never shrinks as the stretch grows.
 * Short pauses (under 2.5 s) run from x0.8 to x2.2, others from x0.5 to x4 but not past a minute.
 */
export function stretchedPause(seconds: number, stretch: number): number {
  const { min, max } = seconds < SHORT_SECONDS ? SHORT_STRETCH : STRETCH;
  const most = Math.max(seconds, Math.min(seconds * max, LONGEST_SECONDS));
  return Math.min(most, Math.max(seconds * min, seconds * stretch));
}
