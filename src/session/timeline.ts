import { breathing, DEFAULT_PATTERN } from "./breath.ts";
import { chosenParts } from "./chosen-parts.ts";
import type { Timeline } from "./cue.ts";
import { type Fit, fitParts } from "./fit.ts";
import type { BreathPattern } from "./item.ts";
import { LANGUAGES, type Language } from "./language.ts";
import type { Script, SessionDocument } from "./schema.ts";
import type { OwnWords } from "./script/slots.ts";

/** A night begins with its sound alone: no voice in the first 10 s. */
export const LEAD_SECONDS = 10;

export interface TimelineSetting {
  /** Where the session does not speak it, the language that it does speak is taken. */
  readonly language: Language;
  /** How long a line sounds, from the narrator's recordings; left out or not above 0 = estimated from its words. */
  readonly lineSeconds?: (line: string, text: string) => number;
  /** The person's own pace, and the pattern where it replaces the script's; null = nothing breathes. */
  readonly breath: { readonly perMinute: number; readonly pattern?: BreathPattern } | null;
  /** Sound alone before the first item, default {@link LEAD_SECONDS}. Shorter only where the night already sounds. */
  readonly leadSeconds?: number;
  /** What was chosen before the start, by choice; left out or none of its options = the first option. */
  readonly answers?: Readonly<Record<string, string>>;
  /** The person's own words, by slot; left out or blank = the default words. */
  readonly slots?: OwnWords;
  /** The night's seed: loose words come in an order of its own; left out = 0. */
  readonly seed?: number;
  /** Ids of the only parts to play, such as grounding's `dark`; left out = all. */
  readonly only?: readonly string[];
}

export interface TimelineWish extends TimelineSetting {
  /** Wanted length; null = the usual length. Held within what the script can be. */
  readonly wantedSeconds: number | null;
}

/** Lengths in seconds, the sound alone at the beginning included. */
export interface TimelineRange {
  readonly shortest: number;
  readonly usual: number;
  readonly longest: number;
}

/**
 * Lays a session out in absolute seconds. Sentences stay whole; pauses stretch or shrink together (`stretch.ts`).
 * Optional parts are left out, the last first, until the rest fits without shrinking; only where that cannot be do
 * pauses shrink. What no stretch can fill, such as the wait for a breath to end, is
 * the bed alone at the end. Within
 * {@link timelineRange} the length is the wish. A session without a script is all bed: nothing said, length 0, and the
 * breath, where there is one, from `leadSeconds` on.
 */
export function timeline(session: SessionDocument, wish: TimelineWish): Timeline {
  const spoken = spokenScript(session, wish.language);
  if (!spoken) return bedTimeline(session, wish);
  const fitting = fitOf(session, spoken.script, wish);
  const range = rangeOf(fitting, spoken.script, wish);
  const seconds = held(wish.wantedSeconds ?? range.usual, range);
  const { cues, parts, breathing, endSeconds } = fitting.layout(seconds);
  const quiet = seconds - endSeconds;
  return {
    session: session.id,
    language: spoken.language,
    seconds,
    parts: parts.map((part, index) =>
      index === parts.length - 1 ? { ...part, seconds: part.seconds + quiet } : part,
    ),
    cues,
    breathing,
  };
}

/** How short and how long a session can be made, and how long it usually is; null where it has no script. */
export function timelineRange(session: SessionDocument, setting: TimelineSetting): TimelineRange | null {
  const spoken = spokenScript(session, setting.language);
  return spoken && rangeOf(fitOf(session, spoken.script, setting), spoken.script, setting);
}

function fitOf(session: SessionDocument, script: Script, setting: TimelineSetting): Fit {
  const {
    lineSeconds,
    breath,
    leadSeconds = LEAD_SECONDS,
    only,
    answers = {},
    slots = {},
    seed = 0,
  } = setting;
  const parts = chosenParts(script, answers);
  return fitParts(only ? parts.filter((part) => only.includes(part.id)) : parts, {
    session: session.id,
    recordedSeconds: (line, text) => {
      const recorded = lineSeconds?.(line, text) ?? 0;
      return recorded > 0 && recorded < Number.POSITIVE_INFINITY ? recorded : null;
    },
    breath,
    leadSeconds,
    slots,
    seed,
  });
}

/** How many times its shortest every session can be; where its pauses cannot stretch so far, the bed is alone at the end. */
const REACH = 3;

/** A choice of parts usually takes the time it takes as written; the whole script what its writer says. */
function rangeOf(fitting: Fit, script: Script, { only }: TimelineSetting): TimelineRange {
  const { shortestSeconds: shortest, naturalSeconds, longestSeconds } = fitting;
  const longest = Math.max(longestSeconds, REACH * shortest);
  const usual = only ? naturalSeconds : script.meta.usualSeconds;
  return { shortest, usual: held(usual, { shortest, longest }), longest };
}

function held(seconds: number, { shortest, longest }: { shortest: number; longest: number }): number {
  return Math.min(longest, Math.max(shortest, seconds));
}

function spokenScript(
  { scripts }: SessionDocument,
  wanted: Language,
): { readonly language: Language; readonly script: Script } | null {
  for (const language of [wanted, ...LANGUAGES]) {
    const script = scripts?.[language];
    if (script) return { language, script };
  }
  return null;
}

function bedTimeline(
  session: SessionDocument,
  { language, breath, leadSeconds = LEAD_SECONDS }: TimelineWish,
): Timeline {
  return {
    session: session.id,
    language,
    seconds: 0,
    parts: [],
    cues: [],
    breathing:
      breath &&
      breathing({
        atSeconds: leadSeconds,
        perMinute: breath.perMinute,
        pattern: breath.pattern ?? DEFAULT_PATTERN,
      }),
  };
}
