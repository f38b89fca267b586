/** What the graph knows of the breath tone; its kernel runs on the audio thread alone. */
export const BREATH_TONE = {
  id: "breath-tone",
  /** Wanted integrated loudness while breathing: 4 dB under a layer, so that the cue is found and does not lead. */
  loudnessLufs: -34,
} as const;
