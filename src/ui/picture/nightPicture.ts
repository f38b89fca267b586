import { WHISPER_DB } from "../../night/night-choice.ts";
import type { NightPlan } from "../../night/night-plan.ts";
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
  /** Named stretches in order: the session's parts, the sound alone, the fade, what stays, the wake. */
  readonly parts: readonly (Stretch & { readonly name: PartName })[];
  readonly voice: readonly Stretch[];
  readonly breath: readonly Stretch[];
  /** The sound's level over time, relative to its usual one; straight lines between the points. */
  readonly level: readonly { readonly atSeconds: number; readonly db: number }[];
  /** When it falls silent; null = something stays all night. */
  readonly silentSeconds: number | null;
  /** When a gentle wake is at full level; null = none. */
  readonly wakeSeconds: number | null;
}

/** A part's own title, or one of the stretches that every night has. */
export type PartName =
  | { readonly title: string }
  | { readonly kind: "rest" | "fade" | "silence" | "whisper" | "wake" };

/** The sound rises over this long, seconds. */
const RISE_SECONDS = 10;
/** Below this nothing is heard, dB (sound specification, section 4). */
export const FLOOR_DB = -50;
/** A night without an end is drawn this far beyond what is known of it, seconds. */
const OPEN_SECONDS = 3600;
/** Breaths this close together are one stretch of the picture, seconds. */
const JOIN_SECONDS = 2;

/**
 * Lays out the picture of a night: the session's timeline under the plan of its end.
 * @param nowMs when it begins, on the plan's clock
 */
export function nightPicture(timeline: Timeline, plan: NightPlan, nowMs: number): NightPicture {
  const at = (ms: number) => (ms - nowMs) / 1000;
  const fade = plan.fade && stretch(at(plan.fade.bed.fromMs), at(plan.fade.bed.untilMs));
  const end = plan.endMs === null ? null : at(plan.endMs);
  const width = end ?? Math.max(OPEN_SECONDS, timeline.seconds * 1.2, ending(fade) + OPEN_SECONDS / 2);
  // The guide is the first to go in a fade: what it had still to say is not heard.
  const guideGone = plan.fade ? at(plan.fade.guide.untilMs) : width;
  const titled = timeline.parts.map(({ title, atSeconds, seconds }) => ({
    name: { title },
    atSeconds,
    seconds,
  }));
  const rest = { name: { kind: "rest" as const }, ...stretch(timeline.seconds, fade?.atSeconds ?? width) };
  const wake = plan.wake && stretch(at(plan.wake.rise.fromMs), at(plan.wake.leaves.untilMs));
  const asleep = plan.afterwards === "whisper" ? ("whisper" as const) : ("silence" as const);
  const night = fade
    ? [
        { name: { kind: "fade" as const }, ...fade },
        { name: { kind: asleep }, ...stretch(ending(fade), wake?.atSeconds ?? width) },
        ...(wake ? [{ name: { kind: "wake" as const }, ...wake }] : []),
      ]
    : [];
  return {
    seconds: width,
    parts: [...until(titled, guideGone), rest, ...night].filter(({ seconds }) => seconds >= 1),
    voice: until(
      timeline.cues.filter(({ kind }) => kind === "say"),
      guideGone,
    ),
    breath: until(breathStretches(timeline), ending(fade) || width),
    level: levelOf(plan, at, width),
    silentSeconds: plan.afterwards === "silence" ? ending(fade) : null,
    wakeSeconds: plan.wake ? at(plan.wake.rise.untilMs) : null,
  };
}

function levelOf(plan: NightPlan, at: (ms: number) => number, width: number): NightPicture["level"] {
  const asleepDb = plan.afterwards === "whisper" ? WHISPER_DB : FLOOR_DB;
  const points = [
    { atSeconds: 0, db: FLOOR_DB },
    { atSeconds: RISE_SECONDS, db: 0 },
  ];
  const { fade, wake } = plan;
  if (!fade) return [...points, { atSeconds: width, db: 0 }];
  points.push({ atSeconds: at(fade.bed.fromMs), db: 0 }, { atSeconds: at(fade.bed.untilMs), db: asleepDb });
  if (wake) {
    const { rise, leaves } = wake;
    points.push(
      { atSeconds: at(rise.fromMs), db: asleepDb },
      { atSeconds: at(rise.untilMs), db: 0 },
      { atSeconds: at(leaves.fromMs), db: 0 },
      { atSeconds: at(leaves.untilMs), db: FLOOR_DB },
    );
  } else if (plan.endMs === null) points.push({ atSeconds: width, db: asleepDb });
  return points;
}

function stretch(fromSeconds: number, untilSeconds: number): Stretch {
  return { atSeconds: fromSeconds, seconds: untilSeconds - fromSeconds };
}

function ending(stretch: Stretch | null): number {
  return stretch ? stretch.atSeconds + stretch.seconds : 0;
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
