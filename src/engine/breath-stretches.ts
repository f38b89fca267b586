import type { Guide, Stretch } from "./plan.ts";

/** The breath tone comes over this time before the breaths it accompanies, seconds. */
export const EDGE_SECONDS = 0.3;
/** It lingers after the last breath of a stretch, so that its tail can fade. */
export const TAIL_SECONDS = 4;

/** When the breath tone sounds: the breathe cues of the guides and the stretches asked for, sorted, close ones joined. */
export function breathStretches(guides: readonly Guide[], asked: readonly Stretch[]): Stretch[] {
  const cues = guides.flatMap(({ timeline, atSeconds }) =>
    timeline.cues
      .filter((cue) => cue.kind === "breathe")
      .map((cue) => ({
        fromSeconds: atSeconds + cue.atSeconds,
        untilSeconds: atSeconds + cue.atSeconds + cue.seconds,
      })),
  );
  const merged: Stretch[] = [];
  for (const next of [...cues, ...asked].sort((a, b) => a.fromSeconds - b.fromSeconds)) {
    const last = merged.at(-1);
    if (last && next.fromSeconds - last.untilSeconds < TAIL_SECONDS + EDGE_SECONDS) {
      merged[merged.length - 1] = { ...last, untilSeconds: Math.max(last.untilSeconds, next.untilSeconds) };
    } else merged.push(next);
  }
  return merged;
}
