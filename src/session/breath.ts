import type { Breath, Breathing } from "./cue.ts";
import type { BreathPattern } from "./item.ts";

/** Breaths per minute where nobody has tapped: a calm adult at rest. */
export const DEFAULT_PACE = 12;
/** Own paces outside this range are slips of the finger. */
export const PACE_LIMITS = { min: 4, max: 24 } as const;
/** How fast the pace may slow: breaths per minute, each minute (sound specification, section 6). */
export const SLOWING_PER_MINUTE = 0.5;
/** 4 in, 6 out. */
export const DEFAULT_PATTERN: BreathPattern = [4, 0, 6, 0];

/** Sums of thousands of breaths differ by less than this. */
const ROUNDING_SECONDS = 1e-5;

export interface BreathingStart {
  /** When the first breath begins. */
  readonly atSeconds: number;
  /** The person's own pace, breaths per minute; held within {@link PACE_LIMITS}. NaN counts as {@link DEFAULT_PACE}. */
  readonly perMinute: number;
  /** Where it slows to. */
  readonly pattern: BreathPattern;
}

/**
 * Breaths from the person's own pace to the pattern's, each a scaled copy of the pattern. Between the beginnings of
 * two breaths the pace falls by at most {@link SLOWING_PER_MINUTE} times the minutes between them. It never rises:
 * whoever breathes slower than the pattern keeps the own pace. The last breath repeats for ever.
 */
export function breathing({ atSeconds, perMinute, pattern }: BreathingStart): Breathing {
  return slowing(atSeconds, withinLimits(Number.isNaN(perMinute) ? DEFAULT_PACE : perMinute), pattern);
}

function slowing(atSeconds: number, perMinute: number, pattern: BreathPattern): Breathing {
  const patternSeconds = pattern.reduce((sum, part) => sum + part, 0);
  const target = 60 / patternSeconds;
  let pace = perMinute;
  const breaths: Breath[] = [];
  for (let start = atSeconds; ; ) {
    const seconds = 60 / pace;
    breaths.push(scaled(pattern, seconds / patternSeconds, start));
    if (pace <= target) return breaths;
    start += seconds;
    pace = Math.max(target, pace - (SLOWING_PER_MINUTE * seconds) / 60);
  }
}

function scaled([inhale, hold, exhale, rest]: BreathPattern, factor: number, atSeconds: number): Breath {
  return {
    atSeconds,
    inSeconds: inhale * factor,
    holdSeconds: hold * factor,
    outSeconds: exhale * factor,
    restSeconds: rest * factor,
  };
}

/** Length of one breath, seconds. */
export function breathSeconds(breath: Breath): number {
  return breath.inSeconds + breath.holdSeconds + breath.outSeconds + breath.restSeconds;
}

/** The breath that is going on at a time; null before the first. */
export function breathAt(breathing: Breathing, seconds: number): Breath | null {
  const last = breathing.at(-1);
  if (!last || seconds < (breathing[0]?.atSeconds ?? Number.POSITIVE_INFINITY)) return null;
  if (seconds >= last.atSeconds) {
    const length = breathSeconds(last);
    const repeats = Math.floor((seconds - last.atSeconds) / length);
    return { ...last, atSeconds: last.atSeconds + repeats * length };
  }
  let low = 0;
  let high = breathing.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((breathing[middle]?.atSeconds ?? 0) <= seconds) low = middle;
    else high = middle;
  }
  return breathing[low] ?? null;
}

/** When the first breath begins that does not begin before a time. */
export function nextBreathSeconds(breathing: Breathing, seconds: number): number {
  const breath = breathAt(breathing, seconds - ROUNDING_SECONDS);
  if (!breath) return breathing[0]?.atSeconds ?? seconds;
  return Math.max(seconds, breath.atSeconds + breathSeconds(breath));
}

/** A number of breaths in a row, the first of them going on at or beginning with `atSeconds`. */
export function breathsFrom(breathing: Breathing, atSeconds: number, times: number): readonly Breath[] {
  const breaths: Breath[] = [];
  for (let seconds = atSeconds; breaths.length < times; ) {
    const breath = breathAt(breathing, seconds + ROUNDING_SECONDS);
    if (!breath) return breaths;
    breaths.push(breath);
    seconds = breath.atSeconds + breathSeconds(breath);
  }
  return breaths;
}

/** The same breathing up to the beginning of a breath, and from there, at the pace reached, on towards another pattern. */
export function turnedTo(pattern: BreathPattern, breathing: Breathing, atSeconds: number): Breathing {
  const before: Breath[] = [];
  let seconds = breathing[0]?.atSeconds ?? atSeconds;
  while (seconds < atSeconds - ROUNDING_SECONDS) {
    const breath = breathAt(breathing, seconds + ROUNDING_SECONDS);
    if (!breath) break;
    before.push(breath);
    seconds = breath.atSeconds + breathSeconds(breath);
  }
  const last = before.at(-1);
  return last ? [...before, ...slowing(seconds, 60 / breathSeconds(last), pattern)] : breathing;
}

/** How full the lungs are: 0 empty .. 1 full, raised cosine; 0 before the first breath. */
export function lungsAt(breathing: Breathing, seconds: number): number {
  const breath = breathAt(breathing, seconds);
  if (!breath) return 0;
  const { inSeconds, holdSeconds, outSeconds } = breath;
  const since = seconds - breath.atSeconds;
  if (since < inSeconds) return risen(since / inSeconds);
  if (since < inSeconds + holdSeconds) return 1;
  const out = since - inSeconds - holdSeconds;
  return out < outSeconds ? 1 - risen(out / outSeconds) : 0;
}

/** What the breath does: the air comes, the lungs stand still (full or empty), the air goes. */
export type BreathPhase = "in" | "hold" | "out";

/** What a breath does at a time that lies in it. */
export function phaseOf(breath: Breath, seconds: number): BreathPhase {
  const { inSeconds, holdSeconds, outSeconds } = breath;
  const since = seconds - breath.atSeconds;
  if (since < inSeconds) return "in";
  const out = since - inSeconds - holdSeconds;
  return out >= 0 && out < outSeconds ? "out" : "hold";
}

function risen(fraction: number): number {
  return 0.5 - 0.5 * Math.cos(Math.PI * fraction);
}

/**
 * The pace of someone who taps at the beginning of each breath, breaths per minute within {@link PACE_LIMITS}.
 * @param taps times in seconds, in order; the last two count
 * @returns null where there are not yet two different taps
 */
export function paceFromTaps(taps: readonly number[]): number | null {
  const [first, second] = taps.slice(-2);
  if (first === undefined || second === undefined || !(second > first)) return null;
  return withinLimits(60 / (second - first));
}

function withinLimits(perMinute: number): number {
  return Math.min(PACE_LIMITS.max, Math.max(PACE_LIMITS.min, perMinute));
}
