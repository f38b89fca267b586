import { dbToGain } from "../dsp/db.ts";
import type { Breath } from "../session/cue.ts";

/** Under which name a pack holds the breath of a companion, as lines `in` and `out`. */
export const COMPANION_SESSION = "companion";

/** A breath beside you is softer than words: recordings are -24 LUFS, this lies a little under a bed of -30. */
export const COMPANION_GAIN: number = dbToGain(-9);

export interface CompanionPhase {
  readonly line: "in" | "out";
  readonly atSeconds: number;
  /** How long the recording is to last. */
  readonly seconds: number;
}

/** What a companion is heard doing in one breath: the air coming, and going; holds are quiet. */
export function companionPhases(breath: Breath): readonly CompanionPhase[] {
  const { atSeconds, inSeconds, holdSeconds, outSeconds } = breath;
  return [
    { line: "in", atSeconds, seconds: inSeconds },
    { line: "out", atSeconds: atSeconds + inSeconds + holdSeconds, seconds: outSeconds },
  ];
}
