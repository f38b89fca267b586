import { type Ending, planEnding, silentFrom, WAKE_OUT_SECONDS } from "../engine/fades.ts";
import { deadlineOf, deadlineSeconds } from "./deadline.ts";
import type { NightRequest } from "./night.ts";

/** What stays when the fade into sleep is over: nothing, or the bed as a whisper. */
export type Afterwards = "silence" | "whisper";

/** How long the fade into sleep may be, and is unless somebody chose, minutes. */
export const FADE_MINUTES = { min: 2, max: 60, usual: 15 } as const;
/** Level of a whisper, dB relative to the whole mix. */
export const WHISPER_DB = -24;
/** A gentle wake rises over this long, and over no less than the shortest; then it stays, seconds. */
export const WAKE_RISE_SECONDS = { usual: 25 * 60, least: 20 * 60 } as const;
const WAKE_STAYS_SECONDS = 15 * 60;

/** What is decided about a night's end, on the wall clock (epoch ms). */
export interface NightChoice {
  /** When the fade into sleep is over; null = the bed goes on. */
  readonly deadline: number | null;
  /** Length of that fade, seconds. */
  readonly fadeSeconds: number;
  readonly afterwards?: Afterwards | undefined;
  /** When it is to be at full level again; null or left out = it wakes nobody. */
  readonly wakeAt?: number | null | undefined;
}

/**
 * A night's end on the audio clock: what the engine lays down. A fade that would end when the wake has to rise already makes
 * way for it: the bed goes on until the wake is over.
 * @param nightSeconds night time at the wall-clock time `nowMs`
 */
export function endingOf(choice: NightChoice, nowMs: number, nightSeconds: number): Ending | null {
  const { deadline, fadeSeconds, afterwards, wakeAt } = choice;
  const seconds = (ms: number) => deadlineSeconds(ms, nowMs, nightSeconds);
  const ending =
    deadline === null
      ? null
      : {
          deadlineSeconds: seconds(deadline),
          fadeSeconds,
          ...(afterwards === "whisper" ? { whisperDb: WHISPER_DB } : {}),
        };
  if (wakeAt === null || wakeAt === undefined) return ending;
  const fullSeconds = seconds(wakeAt);
  const untilSeconds = fullSeconds + WAKE_STAYS_SECONDS;
  const latest = fullSeconds - WAKE_RISE_SECONDS.least;
  if (!ending || ending.deadlineSeconds > latest)
    return { deadlineSeconds: untilSeconds, fadeSeconds: WAKE_OUT_SECONDS };
  const fromSeconds = Math.max(ending.deadlineSeconds, fullSeconds - WAKE_RISE_SECONDS.usual);
  return { ...ending, wake: { fromSeconds, fullSeconds, untilSeconds } };
}

/** What a request asks of a night's end. */
type Asked = Pick<NightRequest, "timer" | "fadeSeconds" | "afterwards" | "wakeAt"> & {
  readonly session: Pick<NightRequest["session"], "ending">;
};

/**
 * The end of a night that begins or changes now: the fade as long as was wanted, or as fits.
 * @param deadline left out = by the request's timer
 */
export function choiceAt(
  nowMs: number,
  asked: Asked,
  deadline: number | null = deadlineOf(asked.timer, nowMs),
): NightChoice {
  const { afterwards, wakeAt } = asked;
  const wanted = asked.fadeSeconds ?? asked.session.ending.fadeSeconds;
  const fadeSeconds = deadline === null ? 0 : planEnding(deadline / 1000, wanted, nowMs / 1000).fadeSeconds;
  return { deadline, fadeSeconds, afterwards, wakeAt };
}

/** When a night is silent for good, epoch ms; null = it goes on until it is stopped. */
export function endMsOf(choice: NightChoice): number | null {
  const ending = endingOf(choice, 0, 0);
  const seconds = ending ? silentFrom(ending) : Number.POSITIVE_INFINITY;
  return seconds === Number.POSITIVE_INFINITY ? null : Math.round(seconds * 1000);
}
