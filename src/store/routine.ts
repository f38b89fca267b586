import type { Routine } from "../session/routine.ts";

/** The first evening: rain, three quarters of an hour, a breath at a calm pace. */
export const DEFAULT_ROUTINE: Routine = {
  session: "rain-window",
  language: null,
  narrator: null,
  guideGainDb: 0,
  timer: { minutes: 45 },
  levels: {},
  wantedSeconds: {},
  breath: { follow: true, perMinute: 12 },
  haptics: false,
};
