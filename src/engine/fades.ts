import { dbToGain, gainToDb } from "../dsp/db.ts";
import { SHELF_OPEN_HZ } from "../dsp/sleep-shelf.ts";
import { type Curve, curveAt } from "./curve.ts";

/** Where the fade into sleep goes over from "linear in decibels" to "out". */
export const FADE_FLOOR_DB = -50;
/** The last stretch, from the floor to nothing, seconds. */
export const FADE_OUT_SECONDS = 2;
/** How fast the sound may come back from a fade: under the startle rule's 6 dB/s. */
export const RETURN_DB_PER_SECOND = 5;
/** From pressing start to full level, seconds. */
export const START_SECONDS = 10;

/**
 * How a night enters: audible at once, full after ten seconds. It begins at -58 LUFS, where each bed
 * has samples above -60 dBFS at once, rises 6.5 dB/s while the bed (-30 LUFS) is below -45 LUFS and 1.9 dB/s
 * above: within the startle rule (20 and 6 dB/s).
 * @param mixDb how much louder than one layer at 0 dB the mix is, dB; the whole begins that much lower
 */
export function enteringCurve(atSeconds: number, mixDb = 0): Curve {
  const louder = Math.max(0, mixDb);
  return [
    { atSeconds, value: 0 },
    { atSeconds: atSeconds + 0.01, value: dbToGain(-28 - louder) },
    { atSeconds: atSeconds + 2, value: dbToGain(-15 - louder) },
    { atSeconds: atSeconds + START_SECONDS, value: 1 },
  ];
}

/** How a night that was held (paused, interrupted) comes back: five seconds, longer where the mix is loud. */
export function returningCurve(atSeconds: number, mixDb = 0): Curve {
  const louder = Math.max(0, mixDb);
  return [
    { atSeconds, value: 0 },
    { atSeconds: atSeconds + 0.03, value: dbToGain(-40 - louder) },
    { atSeconds: atSeconds + 1.8, value: dbToGain(-16 - louder) },
    { atSeconds: atSeconds + 1.8 + (16 + louder) / RETURN_DB_PER_SECOND, value: 1 },
  ];
}

/** A quick, soft way out from `value`: linear over `seconds`. */
export function leavingCurve(value: number, atSeconds: number, seconds: number): Curve {
  return [
    { atSeconds, value },
    { atSeconds: atSeconds + seconds, value: 0 },
  ];
}

export interface Ending {
  /** Night time at which the fade into sleep is over, seconds: silence, or a whisper. */
  readonly deadlineSeconds: number;
  /** Length of the fade before it, seconds. */
  readonly fadeSeconds: number;
  /** What the fade leaves, dB relative to full; left out = silence. */
  readonly whisperDb?: number;
  /** The sound comes back by itself and leaves again; left out = it does not. */
  readonly wake?: Wake;
}

/** A gentle wake, night time in seconds: it rises, stays, and is silent again. */
export interface Wake {
  readonly fromSeconds: number;
  readonly fullSeconds: number;
  readonly untilSeconds: number;
}

/** How long the last fade after a wake takes, seconds. */
export const WAKE_OUT_SECONDS = 60;

/** Night time from which on nothing sounds any more, seconds; Infinity where a whisper stays. */
export function silentFrom({ deadlineSeconds, whisperDb, wake }: Ending): number {
  if (wake) return wake.untilSeconds;
  return whisperDb === undefined ? deadlineSeconds : Number.POSITIVE_INFINITY;
}

/**
 * The ending that a timer asks for: the wanted fade, shortened to half of what is left where that is less, so that
 * setting a timer never drops the sound at once.
 */
export function planEnding(deadlineSeconds: number, wantedFadeSeconds: number, nowSeconds: number): Ending {
  const left = Math.max(0, deadlineSeconds - nowSeconds);
  return { deadlineSeconds, fadeSeconds: Math.min(wantedFadeSeconds, left / 2) };
}

/**
 * The master fade as planned: full, linear in dB to {@link FADE_FLOOR_DB}, then out, silent at the deadline; or linear in
 * dB to the whisper that stays. A wake rises from there, linear in dB too.
 */
export function endingCurve(ending: Ending | null): Curve {
  if (!ending) return [{ atSeconds: 0, value: 1 }];
  const { deadlineSeconds, fadeSeconds, whisperDb, wake } = ending;
  const begin = { atSeconds: deadlineSeconds - fadeSeconds, value: 1 };
  const whisper = whisperDb === undefined ? 0 : dbToGain(whisperDb);
  const asleep: Curve =
    whisper > 0 ? [] : [{ atSeconds: deadlineSeconds - outSeconds(ending), value: FLOOR }];
  return [
    begin,
    ...asleep,
    { atSeconds: deadlineSeconds, value: whisper },
    ...(wake ? wakeCurve(wake, whisper) : []),
  ];
}

const FLOOR = dbToGain(FADE_FLOOR_DB);

function outSeconds({ fadeSeconds }: Ending): number {
  return Math.min(FADE_OUT_SECONDS, fadeSeconds / 2);
}

function wakeCurve({ fromSeconds, fullSeconds, untilSeconds }: Wake, from: number): Curve {
  return [
    { atSeconds: fromSeconds, value: from },
    ...(from > 0 ? [] : [{ atSeconds: fromSeconds + FADE_OUT_SECONDS, value: FLOOR }]),
    { atSeconds: fullSeconds, value: 1 },
    { atSeconds: untilSeconds - WAKE_OUT_SECONDS, value: 1 },
    { atSeconds: untilSeconds - FADE_OUT_SECONDS, value: FLOOR },
    { atSeconds: untilSeconds, value: 0 },
  ];
}

/**
 * The master fade from the gain that stands now: where the plan is louder (a later end was chosen in the middle of a
 * fade) it comes back no faster than {@link RETURN_DB_PER_SECOND} until it meets the plan.
 */
export function endingFrom(ending: Ending | null, nowSeconds: number, gainNow: number): Curve {
  const plan = endingCurve(ending);
  const start = { atSeconds: nowSeconds, value: gainNow };
  const planned = curveAt(plan, nowSeconds);
  // The wall clock is further than the sound was: it sinks to where it ought to be.
  if (gainNow > planned * 1.001) return joining(plan, nowSeconds, gainNow);
  if (gainNow >= planned) return [start, ...plan.filter((point) => point.atSeconds > nowSeconds)];
  const startDb = Math.max(FADE_FLOOR_DB, gainToDb(gainNow));
  const riseAt = nowSeconds + 0.1;
  const meetSeconds = meeting(plan, startDb, riseAt);
  return [
    start,
    { atSeconds: riseAt, value: dbToGain(startDb) },
    { atSeconds: meetSeconds, value: curveAt(plan, meetSeconds) },
    ...plan.filter((point) => point.atSeconds > meetSeconds),
  ];
}

/** When a rise from `startDb` at `riseAt` meets a plan that never rises as fast: found by halving. Seconds. */
function meeting(plan: Curve, startDb: number, riseAt: number): number {
  let before = riseAt;
  let after = riseAt - startDb / RETURN_DB_PER_SECOND;
  for (let halvings = 0; halvings < 50; halvings++) {
    const half = (before + after) / 2;
    const riseDb = startDb + (half - riseAt) * RETURN_DB_PER_SECOND;
    if (dbToGain(riseDb) < curveAt(plan, half)) before = half;
    else after = half;
  }
  return after;
}

/** Cut-off at the end of a fade: bright bands have gone, 1 kHz is still untouched (-0.02 dB). */
export const SHELF_CLOSED_HZ = 4_000;
/** How long what is not in a hurry takes to follow a change of plan. */
const JOIN_SECONDS = 3;

/** The part of a fade in which bright bands and foreground events go: the second of its three stages. */
export const BRIGHT_PART = 2 / 3;

/** The sleep shelf as planned: bright bands go before the bed. */
export function shelfCurve(ending: Ending | null): Curve {
  if (!ending) return [{ atSeconds: 0, value: SHELF_OPEN_HZ }];
  const fadeAt = ending.deadlineSeconds - ending.fadeSeconds;
  return [
    { atSeconds: fadeAt, value: SHELF_OPEN_HZ },
    { atSeconds: fadeAt + ending.fadeSeconds * BRIGHT_PART, value: SHELF_CLOSED_HZ },
    ...wakeOf(ending, SHELF_CLOSED_HZ, SHELF_OPEN_HZ),
  ];
}

function wakeOf({ wake }: Ending, asleep: number, awake: number): Curve {
  if (!wake) return [];
  return [
    { atSeconds: wake.fromSeconds, value: asleep },
    { atSeconds: wake.fullSeconds, value: awake },
  ];
}

/** The guide's voice goes first: over the first quarter of the fade, or this long where that is less, seconds. */
const GUIDE_LEAVES_SECONDS = 60;

/** The level of the guide as planned: as chosen, and gone early in the fade. @param gain as chosen, linear */
export function guideCurve(gain: number, ending: Ending | null): Curve {
  if (!ending) return [{ atSeconds: 0, value: gain }];
  const fadeAt = ending.deadlineSeconds - ending.fadeSeconds;
  return [
    { atSeconds: fadeAt, value: gain },
    { atSeconds: fadeAt + Math.min(GUIDE_LEAVES_SECONDS, ending.fadeSeconds / 4), value: 0 },
  ];
}

/** A plan that replaces another: from the value that stands now over `seconds` to the new course. */
export function joining(plan: Curve, nowSeconds: number, valueNow: number, seconds = JOIN_SECONDS): Curve {
  const joined = nowSeconds + seconds;
  return [
    { atSeconds: nowSeconds, value: valueNow },
    { atSeconds: joined, value: curveAt(plan, joined) },
    ...plan.filter((point) => point.atSeconds > joined),
  ];
}
