import { dbToGain, gainToDb } from "../../../src/dsp/db.ts";
import { toLufs } from "../../../src/dsp/loudness.ts";
import { curveAt } from "../../../src/engine/curve.ts";
import { endingCurve } from "../../../src/engine/fades.ts";
import type { Levels } from "../../../src/engine/level-tap.ts";
import { steepestOf } from "../rises.ts";
import type { Fault } from "./faults.ts";

/** A fault as it happened, on the page's wall clock (performance.now(), ms). */
export interface Happened extends Fault {
  readonly fromMs: number;
  /** When a person went on, the call was over, JavaScript ran again. */
  readonly untilMs: number;
}

/** One night as it was heard. */
export interface HeardNight {
  /** One for each context that it sounded in. */
  readonly heard: readonly (Levels & { readonly sampleRate: number })[];
  readonly beganMs: number;
  readonly deadlineMs: number;
  readonly fadeSeconds: number;
  /** How loud it would be at its full level if it had no ceiling, LUFS. */
  readonly mixLufs: number;
  readonly faults: readonly Happened[];
}

export interface Verdict {
  readonly fault: Happened;
  /** The loudest moment, LUFS. */
  readonly mostLufs: number;
  /** Farthest above and below what was planned, dB, where it had to be heard. */
  readonly aboveDb: number;
  readonly belowDb: number;
  /** Longest time without a sample where it had to be heard, seconds. */
  readonly gapSeconds: number;
  /** Part of the startle rule used up: more than 1 startles. */
  readonly startle: number;
  /** How long after its end something was heard, seconds; 0 = it was not. */
  readonly lateSeconds: number;
}

/** A momentary level: over 400 ms, every 50 ms. */
const WINDOW_SECONDS = 0.4;
const HOP_SECONDS = 0.05;
/** What is further below full than this is not heard, and not judged, dB. */
const INAUDIBLE_DB = -60;
/** Below this nothing is heard. */
const SILENT_PEAK = dbToGain(-100);
/** A window may reach into the next fault by this much less, ms. */
const MARGIN_MS = WINDOW_SECONDS * 1000 + 250;
/** What a night needs to enter, and to come back, until it is at its full level, seconds. */
const ENTERS_SECONDS = 12;
const RETURNS_SECONDS = 8;
/** What it needs to begin anew in another context, seconds. */
const REOPENS_SECONDS = 15;
/** What it takes to notice that the clock stood still and to sink to where the fade ought to be, seconds. */
const CATCHES_UP_SECONDS = 5.5;
/** The very end is judged by the deadline alone, seconds. */
const END_SECONDS = 3;

interface Moment {
  /** When it was heard, as well as that can be told, ms. */
  readonly ms: number;
  readonly lufs: number;
}

/** Judges each fault of a night by what was heard from it until the next. Pure. */
export function judge(night: HeardNight): readonly Verdict[] {
  const courses = night.heard.map((levels) => courseOf(levels));
  const moments = courses.flatMap(({ moments }) => moments);
  const fullLufs = median(moments.filter(({ ms }) => isEntered(night, ms)).map(({ lufs }) => lufs));
  return night.faults.map((fault, index) => {
    const untilMs = night.faults[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    const within = (ms: number) => ms >= fault.fromMs && ms < untilMs;
    const own = moments.filter(({ ms }) => within(ms));
    const planned = (ms: number) => Math.min(fullLufs, night.mixLufs + plannedDb(night, ms));
    const owed = own.filter(({ ms }) => ms < untilMs - MARGIN_MS && isOwed(night, fault, ms));
    return {
      fault,
      mostLufs: own.reduce((most, { lufs }) => Math.max(most, lufs), -200),
      aboveDb: largest(own.map(({ ms, lufs }) => lufs - planned(ms) - lagDb(night, fault, ms))),
      belowDb: largest(owed.map(({ ms, lufs }) => planned(ms + WINDOW_SECONDS * 1000) - lufs)),
      gapSeconds: gapSeconds(night, fault, own, untilMs),
      startle: steepestOf(Float64Array.from(own, ({ lufs }) => lufs)),
      lateSeconds: largest(
        courses.flatMap(({ audibleMs }) =>
          audibleMs.filter(within).map((ms) => (ms - Math.max(night.deadlineMs, wokenMs(fault))) / 1000),
        ),
      ),
    };
  });
}

function isEntered({ beganMs, faults }: HeardNight, ms: number): boolean {
  return ms > beganMs + ENTERS_SECONDS * 1000 && ms < (faults[0]?.fromMs ?? Number.POSITIVE_INFINITY) - 500;
}

/** The fade as planned at a wall-clock time, dB relative to full. */
function plannedDb({ deadlineMs, fadeSeconds }: HeardNight, ms: number): number {
  const deadlineSeconds = deadlineMs / 1000;
  return Math.max(INAUDIBLE_DB, gainToDb(curveAt(endingCurve({ deadlineSeconds, fadeSeconds }), ms / 1000)));
}

/** How far a fade may lag behind while it catches up with a clock that stood still, dB. */
function lagDb(night: HeardNight, fault: Happened, ms: number): number {
  if (!stopsClock(fault) || ms > fault.untilMs + CATCHES_UP_SECONDS * 1000) return 0;
  return plannedDb(night, fault.fromMs) - plannedDb(night, ms);
}

/** Whether sound is owed at a time: not where it was taken away and may still be on its way back. */
function isOwed(night: HeardNight, fault: Happened, ms: number): boolean {
  const laterMs = ms + WINDOW_SECONDS * 1000;
  if (laterMs > night.deadlineMs - END_SECONDS * 1000) return false;
  return !isTaken(fault) || ms > backMs(fault);
}

/** Longest time in which a night that owes sound let nothing be heard, not even silence. */
function gapSeconds(night: HeardNight, fault: Happened, own: readonly Moment[], untilMs: number): number {
  const from = stopsClock(fault) ? backMs(fault) : fault.fromMs;
  const end = Math.min(untilMs, night.deadlineMs - END_SECONDS * 1000);
  const times = own.map(({ ms }) => ms).filter((ms) => ms >= from && ms <= end);
  const all = end > from ? [from, ...times, end] : [];
  return largest(all.slice(1).map((ms, index) => (ms - (all[index] ?? ms)) / 1000));
}

/** Whether the sound is taken away and has to come back. */
function isTaken({ kind }: Fault): boolean {
  return kind !== "blocked" && kind !== "frozen" && kind !== "shown";
}

/** When sound is owed again that was taken away, ms. */
function backMs({ kind, untilMs }: Happened): number {
  return untilMs + (kind === "closed" ? REOPENS_SECONDS : RETURNS_SECONDS) * 1000;
}

function stopsClock(fault: Fault): boolean {
  return isTaken(fault) || fault.kind === "frozen";
}

/** A page that was frozen over its end cannot fall silent before it wakes. */
function wokenMs({ kind, untilMs }: Happened): number {
  return kind === "frozen" ? untilMs : Number.NEGATIVE_INFINITY;
}

function courseOf(levels: Levels & { readonly sampleRate: number }) {
  const { frames, powers, peaks, sampleRate } = levels;
  const emitted = emittedMs(levels);
  const audibleMs = emitted.filter((_, index) => (peaks[index] ?? 0) > SILENT_PEAK);
  const moments: Moment[] = [];
  const first = frames[0] ?? 0;
  const hopsInWindow = Math.round((WINDOW_SECONDS * sampleRate) / ((frames[1] ?? first + 1) - first));
  let next = first;
  for (let index = 0; index + hopsInWindow <= frames.length; index++) {
    if ((frames[index] ?? 0) < next) continue;
    next += HOP_SECONDS * sampleRate;
    let power = 0;
    for (let hop = index; hop < index + hopsInWindow; hop++) power += (powers[hop] ?? 0) / hopsInWindow;
    moments.push({ ms: emitted[index] ?? 0, lufs: Math.max(-200, toLufs(power)) });
  }
  return { moments, audibleMs };
}

/**
 * When each stretch was let out, ms. JavaScript may have heard of it late, of a later one too, but of none before it was
 * there: so the earliest that any later one allows.
 */
function emittedMs({ frames, heardMs, sampleRate }: Levels & { readonly sampleRate: number }): number[] {
  const emitted = new Array<number>(frames.length);
  let latest = Number.POSITIVE_INFINITY;
  for (let index = frames.length - 1; index >= 0; index--) {
    const aheadMs = (((frames[index + 1] ?? frames[index] ?? 0) - (frames[index] ?? 0)) / sampleRate) * 1000;
    latest = Math.min(heardMs[index] ?? 0, latest - aheadMs);
    emitted[index] = latest;
  }
  return emitted;
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** What holds of every fault. Tolerances: pink noise over 400 ms is within 1.5 dB, the shelf takes 3 dB of it. */
const MOST_ABOVE_DB = 1;
const MOST_BELOW_DB = 4;
const MOST_GAP_SECONDS = 1;
const MOST_LATE_SECONDS = 2;

/** What is wrong with a night after a fault, in words; empty where all is as planned. */
export function troubles({ aboveDb, belowDb, gapSeconds, startle, lateSeconds }: Verdict): readonly string[] {
  return [
    ...(aboveDb > MOST_ABOVE_DB ? [`${aboveDb.toFixed(1)} dB too loud`] : []),
    ...(belowDb > MOST_BELOW_DB ? [`${belowDb.toFixed(1)} dB too quiet`] : []),
    ...(gapSeconds > MOST_GAP_SECONDS ? [`no sound for ${gapSeconds.toFixed(1)} s`] : []),
    ...(startle > 1 ? [`rises ${startle.toFixed(2)} times as fast as it may`] : []),
    ...(lateSeconds > MOST_LATE_SECONDS ? [`heard ${lateSeconds.toFixed(1)} s after its end`] : []),
  ];
}
