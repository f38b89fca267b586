import { dbToGain, gainToDb } from "../dsp/db.ts";
import { type Curve, curveAt } from "./curve.ts";

/** Where the fade into sleep goes over from "linear in decibels" to "out" (sound-spec: -50 dB, then stop). */
export const FADE_FLOOR_DB = -50;
/** The last stretch, from the floor to nothing, seconds. */
export const FADE_OUT_SECONDS = 2;
/** How fast the sound may come back from a fade: under the startle rule's 6 dB/s. */
export const RETURN_DB_PER_SECOND = 5;
/** From pressing start to full level, seconds. */
export const START_SECONDS = 10;

/**
 * How a night enters: audible at once, full after ten seconds. It begins at -62 LUFS, rises 10 dB/s while
 * the bed (-30 LUFS) is below -45 LUFS and 1.8 dB/s above: within the startle rule (20 and 6 dB/s).
 * @param mixDb how much louder than one layer at 0 dB the mix is, dB; the whole begins that much lower
 */
export function enteringCurve(atSeconds: number, mixDb = 0): Curve {
  const louder = Math.max(0, mixDb);
  return [
    { atSeconds, value: 0 },
    { atSeconds: atSeconds + 0.01, value: dbToGain(-32 - louder) },
    { atSeconds: atSeconds + 1.8, value: dbToGain(-15 - louder) },
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
  /** Night time of silence, seconds. */
  readonly deadlineSeconds: number;
  /** Length of the fade before it, seconds. */
  readonly fadeSeconds: number;
}

/**
 * The ending that a timer asks for: the wanted fade, shortened to half of what is left where that is less, so that
 * setting a timer never drops the sound at once.
 */
export function planEnding(deadlineSeconds: number, wantedFadeSeconds: number, nowSeconds: number): Ending {
  const left = Math.max(0, deadlineSeconds - nowSeconds);
  return { deadlineSeconds, fadeSeconds: Math.min(wantedFadeSeconds, left / 2) };
}

/** The master fade as planned: full, linear in dB to {@link FADE_FLOOR_DB}, then out; silent at the deadline. */
export function endingCurve(ending: Ending | null): Curve {
  if (!ending) return [{ atSeconds: 0, value: 1 }];
  const { deadlineSeconds, fadeSeconds } = ending;
  const outSeconds = Math.min(FADE_OUT_SECONDS, fadeSeconds / 2);
  return [
    { atSeconds: deadlineSeconds - fadeSeconds, value: 1 },
    { atSeconds: deadlineSeconds - outSeconds, value: dbToGain(FADE_FLOOR_DB) },
    { atSeconds: deadlineSeconds, value: 0 },
  ];
}

/**
 * The master fade from the gain that stands now: where the plan is louder (a later end was chosen in the middle of a
 * fade) it comes back no faster than {@link RETURN_DB_PER_SECOND} until it meets the plan.
 */
export function endingFrom(ending: Ending | null, nowSeconds: number, gainNow: number): Curve {
  const plan = endingCurve(ending);
  const start = { atSeconds: nowSeconds, value: gainNow };
  if (gainNow >= curveAt(plan, nowSeconds))
    return [start, ...plan.filter((point) => point.atSeconds > nowSeconds)];
  const startDb = Math.max(FADE_FLOOR_DB, gainToDb(gainNow));
  const riseAt = nowSeconds + 0.1;
  const meetSeconds = riseAt + meetAfter(startDb, ending, riseAt);
  return [
    start,
    { atSeconds: riseAt, value: dbToGain(startDb) },
    { atSeconds: meetSeconds, value: curveAt(plan, meetSeconds) },
    ...plan.filter((point) => point.atSeconds > meetSeconds),
  ];
}

/** Seconds until a rise from `startDb` meets the plan: at full level, or on the slope of its fade. */
function meetAfter(startDb: number, ending: Ending | null, riseAt: number): number {
  const riseSeconds = -startDb / RETURN_DB_PER_SECOND;
  if (!ending) return riseSeconds;
  const fadeAfter = ending.deadlineSeconds - ending.fadeSeconds - riseAt;
  if (riseSeconds <= fadeAfter) return riseSeconds;
  const slope = -FADE_FLOOR_DB / (ending.fadeSeconds - Math.min(FADE_OUT_SECONDS, ending.fadeSeconds / 2));
  return (slope * fadeAfter - startDb) / (RETURN_DB_PER_SECOND + slope);
}

/** Cut-off of the sleep shelf while awake: above what is heard. */
export const SHELF_OPEN_HZ = 20_000;
/** Cut-off at the end of a fade: bright bands have gone, 1 kHz is still untouched (-0.02 dB). */
export const SHELF_CLOSED_HZ = 4_000;
/** How long the shelf takes to follow a change of plan. */
const SHELF_SECONDS = 3;

/** The sleep shelf as planned: bright bands go before the bed, over the first two thirds of the fade. */
export function shelfCurve(ending: Ending | null): Curve {
  if (!ending) return [{ atSeconds: 0, value: SHELF_OPEN_HZ }];
  const fadeAt = ending.deadlineSeconds - ending.fadeSeconds;
  return [
    { atSeconds: fadeAt, value: SHELF_OPEN_HZ },
    { atSeconds: fadeAt + (ending.fadeSeconds * 2) / 3, value: SHELF_CLOSED_HZ },
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
export function joining(plan: Curve, nowSeconds: number, valueNow: number, seconds = SHELF_SECONDS): Curve {
  const joined = nowSeconds + seconds;
  return [
    { atSeconds: nowSeconds, value: valueNow },
    { atSeconds: joined, value: curveAt(plan, joined) },
    ...plan.filter((point) => point.atSeconds > joined),
  ];
}
