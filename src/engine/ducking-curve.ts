import { dbToGain } from "../dsp/db.ts";
import type { SayCue } from "../session/cue.ts";
import { duckingEnvelope } from "../session/ducking.ts";
import type { Curve } from "./curve.ts";
import { type Guide, shift } from "./plan.ts";

/** How the layers step back under everything that is spoken aloud. */
export function duckingCurve(guides: readonly Guide[]): Curve {
  const says = guides
    .filter(({ voice }) => voice !== "silent")
    .flatMap(({ timeline, atSeconds }) =>
      timeline.cues.filter((cue): cue is SayCue => cue.kind === "say").map((cue) => shift(cue, atSeconds)),
    )
    .sort((a, b) => a.atSeconds - b.atSeconds);
  if (says.length === 0) return [{ atSeconds: 0, value: 1 }];
  return duckingEnvelope(says).map(({ atSeconds, gainDb }) => ({ atSeconds, value: dbToGain(gainDb) }));
}
