import { fittingFade, guideGoneSeconds } from "../../night/deadline.ts";
import type { Timer } from "../../night/night.ts";
import type { Timeline } from "../../session/cue.ts";

/** A stretch of the night, seconds since it began. */
export interface Stretch {
  readonly atSeconds: number;
  readonly seconds: number;
}

/** What will come, when and how loud: everything that the picture draws. */
export interface NightPicture {
  /** Width of the picture. */
  readonly seconds: number;
  /** Named stretches in order: the session's parts, the sound alone, the fade. */
  readonly parts: readonly (Stretch & { readonly name: PartName })[];
  readonly voice: readonly Stretch[];
  readonly breath: readonly Stretch[];
  /** The sound's level over time, relative to its usual one; straight lines between the points. */
  readonly level: readonly { readonly atSeconds: number; readonly db: number }[];
  /** Null = it goes on all night. */
  readonly silentSeconds: number | null;
}

/** A part's own title, or one of the stretches that every night has. */
export type PartName = { readonly title: string } | { readonly kind: "rest" | "fade" };

/** The sound rises over this long, seconds. */
const RISE_SECONDS = 10;
/** Below this nothing is heard, dB (sound specification, section 4). */
export const FLOOR_DB = -50;
/** A night without an end is drawn this far, seconds. */
const OPEN_SECONDS = 3600;
/** Breaths this close together are one stretch of the picture, seconds. */
const JOIN_SECONDS = 2;

/**
 * Lays out the picture of a night: the session's timeline under its timer.
 * @param wantedFadeSeconds length of the last fade; it is shorter where the timer is
 */
export function nightPicture(timeline: Timeline, timer: Timer, wantedFadeSeconds: number): NightPicture {
  const end = timer === "all-night" ? null : timer.minutes * 60;
  const width = end ?? Math.max(OPEN_SECONDS, timeline.seconds * 1.2);
  const fadeSeconds = fittingFade(wantedFadeSeconds, end === null ? null : end * 1000, 0);
  const fadeFrom = width - fadeSeconds;
  // The guide is the first to go in a fade: what it had still to say is not heard.
  const guideGone = end === null ? width : guideGoneSeconds(end, fadeSeconds);
  const titled = timeline.parts.map(({ title, atSeconds, seconds }) => ({
    name: { title },
    atSeconds,
    seconds,
  }));
  const rest = {
    name: { kind: "rest" as const },
    atSeconds: timeline.seconds,
    seconds: fadeFrom - timeline.seconds,
  };
  const fade = { name: { kind: "fade" as const }, atSeconds: fadeFrom, seconds: fadeSeconds };
  return {
    seconds: width,
    parts: [...until(titled, guideGone), rest, fade].filter(({ seconds }) => seconds >= 1),
    voice: until(
      timeline.cues.filter(({ kind }) => kind === "say"),
      guideGone,
    ),
    breath: until(breathStretches(timeline), width),
    level: [
      { atSeconds: 0, db: FLOOR_DB },
      { atSeconds: RISE_SECONDS, db: 0 },
      { atSeconds: fadeFrom, db: 0 },
      ...(end === null ? [] : [{ atSeconds: end, db: FLOOR_DB }]),
    ],
    silentSeconds: end,
  };
}

/** Stretches as far as they come before `endSeconds`. */
function until<Each extends Stretch>(stretches: readonly Each[], endSeconds: number): Each[] {
  return stretches
    .filter(({ atSeconds }) => atSeconds < endSeconds)
    .map((each) => ({ ...each, seconds: Math.min(each.seconds, endSeconds - each.atSeconds) }));
}

/** Where the session asks to breathe, neighbours joined. */
function breathStretches(timeline: Timeline): Stretch[] {
  const joined: { atSeconds: number; seconds: number }[] = [];
  for (const { kind, atSeconds, seconds } of timeline.cues) {
    if (kind !== "breathe") continue;
    const last = joined.at(-1);
    if (last && atSeconds - (last.atSeconds + last.seconds) <= JOIN_SECONDS) {
      last.seconds = atSeconds + seconds - last.atSeconds;
    } else joined.push({ atSeconds, seconds });
  }
  return joined;
}
