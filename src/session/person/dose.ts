/** How it was afterwards. `too-much` is also what a night counts as in which "te veel" was held. */
export const HOW = ["good", "fair", "too-much"] as const;
export type How = (typeof HOW)[number];

/** One time that a session was done, on this device alone. */
export interface Dose {
  readonly session: string;
  /** When it began, epoch ms. */
  readonly atMs: number;
  /** How much of the guided part was heard. */
  readonly seconds: number;
  /** Null = not said. */
  readonly how: How | null;
}

/** What a session can be for one narrator and breath, seconds. */
export interface DoseRange {
  readonly shortest: number;
  readonly usual: number;
  readonly longest: number;
}

/** The first time is this long unless the script says otherwise, seconds (content brief: 2-3 minutes). */
export const FIRST_SECONDS = 180;
/** Each time a tenth longer (content brief). */
const GROWTH = 1.1;

/**
 * How long a session is this time, by the person's own history of it: the first dose at first, then a tenth more than
 * the last time until it is as long as usual; never more after a time that was too much. Doing less counts: the next
 * time grows from what was done. Within the range always.
 * @param firstSeconds the script's own first dose; undefined = {@link FIRST_SECONDS}
 * @param history in any order, of this session or of all
 */
export function nextDoseSeconds(
  session: string,
  range: DoseRange,
  firstSeconds: number | undefined,
  history: readonly Dose[],
): number {
  const within = (seconds: number) => Math.min(range.longest, Math.max(range.shortest, seconds));
  const first = within(Math.min(firstSeconds ?? FIRST_SECONDS, range.usual));
  const last = latest(history.filter((dose) => dose.session === session && dose.seconds > 0));
  if (!last) return first;
  if (last.how === "too-much") return within(Math.min(last.seconds, range.usual));
  return within(Math.min(range.usual, Math.max(first, last.seconds * GROWTH)));
}

/** Whether a session was ever done: "gedaan", without a count. */
export function wasDone(session: string, history: readonly Dose[]): boolean {
  return history.some((dose) => dose.session === session && dose.seconds > 0);
}

function latest(doses: readonly Dose[]): Dose | null {
  return doses.reduce<Dose | null>((last, dose) => (last && last.atMs > dose.atMs ? last : dose), null);
}

/** The most that is remembered. */
export const MOST_DOSES = 200;

/** The history with a dose added, or brought up to date where it is about the same beginning. Newest first. */
export function withDose(history: readonly Dose[], dose: Dose): readonly Dose[] {
  const rest = history.filter(({ session, atMs }) => session !== dose.session || atMs !== dose.atMs);
  return [dose, ...rest].toSorted((one, other) => other.atMs - one.atMs).slice(0, MOST_DOSES);
}

/** It is asked about for this long, ms: the next day, not weeks later. */
const ASKED_MS = 20 * 3600_000;

/** The last time that nobody has said anything about yet, if it is not long ago; null = nothing to ask. */
export function unsaid(history: readonly Dose[], nowMs: number): Dose | null {
  const last = latest(history);
  return last && last.how === null && last.seconds > 0 && nowMs - last.atMs < ASKED_MS ? last : null;
}
