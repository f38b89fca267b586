import { nextLocalTime } from "../../night/local-time.ts";
import type { Narrator, NightRequest } from "../../night/night.ts";
import { DEFAULT_PATTERN } from "../../session/breath.ts";
import type { Routine } from "../../session/routine.ts";
import type { Language, LayerLevel, SessionDocument } from "../../session/schema.ts";

/** Nobody chose a guide yet: the few words of the opening stand on the screen. */
const UNCHOSEN: Narrator = { kind: "captions" };

/** What a night is started with: a session, and everything the person chose but its end. */
export function requestFor(session: SessionDocument, routine: Routine, language: Language): NightRequest {
  const { breath, haptics, timer, guideGainDb } = routine;
  return {
    session,
    language,
    narrator: routine.narrator ?? UNCHOSEN,
    wantedSeconds: routine.wantedSeconds[session.id] ?? null,
    timer,
    levels: mixOf(session, routine),
    breath: breath.follow ? { perMinute: breath.perMinute, pattern: DEFAULT_PATTERN } : null,
    haptics,
    guideGainDb,
  };
}

/** How a night that begins now ends, and how loud it may be, where that was chosen. */
export function endOf({ night, ceilingLufs }: Routine, nowMs: number): Partial<NightRequest> {
  const ceiling = ceilingLufs === undefined ? {} : { ceilingLufs };
  if (!night) return ceiling;
  const { fadeMinutes, afterwards, wakeMinutes, awakeMinutes } = night;
  return {
    ...ceiling,
    fadeSeconds: fadeMinutes * 60,
    afterwards,
    awakeMinutes,
    ...(wakeMinutes === null ? {} : { wakeAt: nextLocalTime(nowMs, wakeMinutes) }),
  };
}

/** The person's mix of a session, else the one it was made with. */
export function mixOf(session: SessionDocument, routine: Routine): readonly LayerLevel[] {
  return routine.levels[session.id] ?? session.bed.layers;
}
