const FIRST_MS = 2000;
const LONGEST_MS = 300_000;

/**
 * How long to wait before the next attempt, ms: doubled each time, up to five minutes, and spread over its last half, so that
 * devices that were cut off together do not come back together.
 * @param attempts that failed so far, from 1
 * @param random in [0, 1)
 */
export function backoffMs(attempts: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 20));
  return longest * (0.5 + random / 2);
}
