/** How far the layers step back under a voice, and how fast (sound specification, section 4). */
export const DUCKING = {
  depthDb: -10,
  /** Down by the moment the voice enters. */
  attackSeconds: 0.8,
  releaseSeconds: 5,
  /** Shorter gaps between sentences are not worth coming up for. Longer than attack and release together. */
  holdSeconds: 6,
} as const;

export interface GainPoint {
  readonly atSeconds: number;
  /** Relative to the undisturbed level. */
  readonly gainDb: number;
}

/**
 * The level of the layers under spoken sentences: breakpoints in order, straight between. Level 0 before the first
 * and after the last; empty where nothing is said. The first point may lie before 0 when a voice enters at once.
 * @param says when the sentences sound, sorted by `atSeconds`
 */
export function duckingEnvelope(
  says: readonly { readonly atSeconds: number; readonly seconds: number }[],
): readonly GainPoint[] {
  const { depthDb, attackSeconds, releaseSeconds } = DUCKING;
  return stretches(says).flatMap(({ from, until }) => [
    { atSeconds: from - attackSeconds, gainDb: 0 },
    { atSeconds: from, gainDb: depthDb },
    { atSeconds: until, gainDb: depthDb },
    { atSeconds: until + releaseSeconds, gainDb: 0 },
  ]);
}

/** Joins sentences with less than `holdSeconds` between them. */
function stretches(says: Parameters<typeof duckingEnvelope>[0]): { from: number; until: number }[] {
  const joined: { from: number; until: number }[] = [];
  for (const { atSeconds, seconds } of says) {
    const last = joined.at(-1);
    if (last && atSeconds - last.until < DUCKING.holdSeconds) {
      last.until = Math.max(last.until, atSeconds + seconds);
    } else {
      joined.push({ from: atSeconds, until: atSeconds + seconds });
    }
  }
  return joined;
}
