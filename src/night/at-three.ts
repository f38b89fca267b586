import { withoutGuide } from "./guides.ts";
import type { NightRequest } from "./night.ts";

/** Awake in the middle of the night: so long until silence, and so much softer than in the evening. */
export const AT_THREE_MINUTES = 30;
export const AT_THREE_DB = -6;
/** The fade takes half of it. */
const FADE_SECONDS = (AT_THREE_MINUTES * 60) / 2;
const SOFTEST_DB = -60;
/** The loudest that it may become, LUFS: under a bed as it is in the evening. */
const CEILING_LUFS = -33;

/** The same mix for who lies awake at three: no words, softer, capped, and soon over. A wake that was asked for stays. */
export function atThree(request: NightRequest): NightRequest {
  if (request.atThree) return request;
  return {
    ...withoutGuide(request),
    session: { ...request.session, kind: "bed" },
    atThree: true,
    timer: { minutes: AT_THREE_MINUTES },
    fadeSeconds: FADE_SECONDS,
    afterwards: "silence",
    ceilingLufs: Math.min(CEILING_LUFS, request.ceilingLufs ?? CEILING_LUFS),
    levels: request.levels.map((level) => ({
      ...level,
      gainDb: Math.max(SOFTEST_DB, level.gainDb + AT_THREE_DB),
    })),
  };
}
