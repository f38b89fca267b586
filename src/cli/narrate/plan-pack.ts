import type { NarrationLine } from "../../session/narration.ts";
import type { SpokenLine } from "./script-lines.ts";

export interface PackState {
  /** What the pack's manifest says; empty where there is none. */
  readonly lines: Readonly<Record<string, NarrationLine>>;
  /** SHA-256 of each recording that is there, by key. */
  readonly files: ReadonlyMap<string, string>;
}

export interface PackPlan {
  /** Lines that stay as they are. */
  readonly keep: Readonly<Record<string, NarrationLine>>;
  readonly speak: readonly SpokenLine[];
  /** Keys of recordings that nothing says any more. */
  readonly remove: readonly string[];
}

/**
 * What must be done so that a pack says what the scripts say. A line is spoken anew when its words, the way of
 * speaking or the file changed; lines of sessions that this run does not cover stay.
 * @param covers whether a session (the first part of a key) belongs to this run
 */
export function planPack(
  wanted: readonly SpokenLine[],
  { lines, files }: PackState,
  recipe: string,
  covers: (session: string) => boolean,
): PackPlan {
  const keys = new Set(wanted.map(({ key }) => key));
  const beyond = (key: string) => !keys.has(key) && !covers(sessionOf(key));
  const sound = (key: string) => {
    const line = lines[key];
    return line?.recipe === recipe && line.sha256 !== undefined && line.sha256 === files.get(key);
  };
  return {
    keep: Object.fromEntries(
      Object.entries(lines).filter(([key]) => beyond(key) || (keys.has(key) && sound(key))),
    ),
    speak: wanted.filter(({ key }) => !sound(key)),
    remove: [...files.keys()].filter((key) => !keys.has(key) && !beyond(key)),
  };
}

function sessionOf(key: string): string {
  return key.slice(0, key.indexOf("/"));
}
