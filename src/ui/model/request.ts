import type { Narrator, NightRequest, Timer } from "../../night/night.ts";
import { DEFAULT_PATTERN } from "../../session/breath.ts";
import type { Suit } from "../../session/person/suit.ts";
import type { Routine } from "../../session/routine.ts";
import type { Language, LayerLevel, SessionDocument } from "../../session/schema.ts";

/** Nobody chose a guide yet: the few words of the opening stand on the screen. */
const UNCHOSEN: Narrator = { kind: "captions" };

/** What a night is started with: a session as it suits the person, and everything they chose but its end. */
export function requestFor(
  session: SessionDocument,
  routine: Routine,
  suit: Suit,
  language: Language,
): NightRequest {
  const { breath, haptics, guideGainDb } = routine;
  return {
    session: suit.session(session),
    language,
    narrator: routine.narrator ?? UNCHOSEN,
    wantedSeconds: routine.wantedSeconds[session.id] ?? null,
    timer: timerOf(routine, suit),
    levels: mixOf(session, routine, suit),
    breath: breath.follow ? { perMinute: breath.perMinute, pattern: DEFAULT_PATTERN } : null,
    haptics,
    guideGainDb,
  };
}

/** The next instant (epoch ms) of the wake that was chosen; null where none was, or where it cannot be told now. */
export async function wakeAtOf({ night }: Routine, nowMs: number): Promise<number | null> {
  const minutes = night?.wakeMinutes ?? null;
  if (minutes === null) return null;
  const time = await import("../../night/local-time.ts").catch(() => null);
  return time?.nextLocalTime(nowMs, minutes) ?? null;
}

/** How a night ends that is to wake at an instant (epoch ms) or not at all, and how loud it may be, where that was chosen. */
export function endOf({ night, ceilingLufs }: Routine, wakeAt: number | null): Partial<NightRequest> {
  const ceiling = ceilingLufs === undefined ? {} : { ceilingLufs };
  if (!night) return ceiling;
  const { fadeMinutes, afterwards, awakeMinutes } = night;
  return {
    ...ceiling,
    fadeSeconds: fadeMinutes * 60,
    afterwards,
    awakeMinutes,
    ...(wakeAt === null ? {} : { wakeAt }),
  };
}

/** The chosen end; the whole night for whom silence is no rest. */
export function timerOf({ timer }: Routine, suit: Suit): Timer {
  return suit.endsInSilence ? timer : "all-night";
}

/** The person's mix of a session, else the one it was made with; without what they never want to hear. */
export function mixOf(session: SessionDocument, routine: Routine, suit: Suit): readonly LayerLevel[] {
  return suit.mix(routine.levels[session.id] ?? session.bed.layers);
}
