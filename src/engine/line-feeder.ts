import type { Context } from "tone/build/esm/core/context/Context.js";
import { breathSeconds } from "../session/breath.ts";
import type { Cue } from "../session/cue.ts";
import { LOOK_AHEAD_SECONDS } from "./context.ts";
import type { GuideTrack } from "./guide-track.ts";

/** Lines are loaded and scheduled this long before they are heard: JavaScript may sleep so long. */
const AHEAD_SECONDS = 120;

export type LineProblem = "missing" | "damaged";

/**
 * Brings the recorded lines of a guide to the audio clock, one after another, just ahead of their time.
 * @param onProblem told once a line cannot be had or decoded; the guide goes on with the next
 */
export function feedLines(
  context: Context,
  track: GuideTrack,
  nowSeconds: number,
  onProblem: (problem: LineProblem) => void,
): void {
  const { timeline, atSeconds } = track.guide;
  let chain = Promise.resolve();
  const feed = (schedule: () => Promise<unknown>) => {
    chain = chain.then(async () => {
      try {
        await schedule();
      } catch (error) {
        if (track.dropped) return;
        onProblem(error instanceof DOMException && error.name === "EncodingError" ? "damaged" : "missing");
      }
    });
  };
  for (const each of recordings(timeline.cues, track)) {
    const due = atSeconds + each.atSeconds - AHEAD_SECONDS;
    // The transport has gone through the next look-ahead already.
    if (due <= nowSeconds + LOOK_AHEAD_SECONDS + 0.5) feed(each.schedule);
    else context.transport.scheduleOnce(() => feed(each.schedule), due);
  }
}

export interface Recording {
  /** When it is heard and for how long, in the timeline. */
  readonly atSeconds: number;
  readonly seconds: number;
  readonly schedule: () => Promise<unknown>;
}

/** Everything of these cues that is recorded, in their order: lines, and each breath of a companion. */
export function recordings(cues: readonly Cue[], track: GuideTrack): readonly Recording[] {
  return cues.flatMap((cue): readonly Recording[] => {
    if (cue.kind === "say") return [{ ...cue, schedule: () => track.scheduleLine(cue) }];
    if (cue.kind !== "breathe" || !cue.companion) return [];
    return cue.breaths.map((breath) => ({
      atSeconds: breath.atSeconds,
      seconds: breathSeconds(breath),
      schedule: () => track.scheduleCompanion(breath),
    }));
  });
}
