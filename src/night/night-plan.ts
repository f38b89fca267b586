import { BRIGHT_PART, WAKE_OUT_SECONDS } from "../engine/fades.ts";
import { guideGoneSeconds } from "./deadline.ts";
import { type Afterwards, endingOf, endMsOf, type NightChoice } from "./night-choice.ts";

/** A stretch of the wall clock, epoch ms; null = until somebody stops it. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** A night as it will go, on the wall clock (epoch ms). */
export interface NightPlan {
  /** Falling asleep, in its order: who speaks goes first, then what is bright and what stands out, last the bed. */
  readonly fade: { readonly guide: Span; readonly bright: Span; readonly bed: Span } | null;
  /** What remains after the fade; `bed` where nothing fades. */
  readonly afterwards: Afterwards | "bed";
  /** The gentle rise, the time it stays, and how it leaves. */
  readonly wake: { readonly rise: Span; readonly stays: Span; readonly leaves: Span } | null;
  /** Silent for good; null = it goes on until it is stopped. */
  readonly endMs: number | null;
}

/**
 * Lays a night's end out on the wall clock. Epoch milliseconds know no time zones: a clock that is put back or forward
 * moves nothing.
 */
export function nightPlan(choice: NightChoice): NightPlan {
  const ending = endingOf(choice, 0, 0);
  if (!ending) return { fade: null, afterwards: "bed", wake: null, endMs: null };
  const at = (seconds: number) => Math.round(seconds * 1000);
  const { deadlineSeconds: over, fadeSeconds, whisperDb, wake } = ending;
  const from = over - fadeSeconds;
  const span = (until: number): Span => ({ fromMs: at(from), untilMs: at(until) });
  return {
    fade: {
      guide: span(guideGoneSeconds(over, fadeSeconds)),
      bright: span(from + fadeSeconds * BRIGHT_PART),
      bed: span(over),
    },
    afterwards: whisperDb === undefined ? "silence" : "whisper",
    wake: wake
      ? {
          rise: { fromMs: at(wake.fromSeconds), untilMs: at(wake.fullSeconds) },
          stays: { fromMs: at(wake.fullSeconds), untilMs: at(wake.untilSeconds - WAKE_OUT_SECONDS) },
          leaves: { fromMs: at(wake.untilSeconds - WAKE_OUT_SECONDS), untilMs: at(wake.untilSeconds) },
        }
      : null,
    endMs: endMsOf(choice),
  };
}
