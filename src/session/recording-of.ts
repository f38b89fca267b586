import type { NarrationPack } from "./narration.ts";

/** What a line's id begins with that is a person's own words: no narrator has recorded it, and none is asked to. */
export const OWN_LINE = "own-";

/** What a session's id begins with that somebody else shared. */
export const SHARED_SESSION = "shared-";

/**
 * A pack's recording of a line; undefined where it has none. A line's id is made of its words, so that what somebody shared is spoken
 * wherever a session of ours has the same sentence.
 */
export function recordingOf(
  { lines }: NarrationPack,
  session: string,
  line: string,
): NarrationPack["lines"][string] | undefined {
  const own = lines[`${session}/${line}`];
  if (own || !session.startsWith(SHARED_SESSION)) return own;
  return Object.entries(lines).find(([key]) => key.endsWith(`/${line}`))?.[1];
}
