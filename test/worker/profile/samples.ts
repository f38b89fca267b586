/** An evening as the routine's document has it. */
export const DEFAULT_EVENING = {
  session: "rain-window",
  narrator: null,
  guideGainDb: 0,
  timer: { minutes: 45 },
  levels: {},
  wantedSeconds: {},
  breath: { follow: true, perMinute: 12 },
};
