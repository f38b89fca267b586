import type { Context } from "tone/build/esm/core/context/Context.js";
import type { SayCue } from "../session/cue.ts";
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
  const says = timeline.cues.filter((cue): cue is SayCue => cue.kind === "say");
  let chain = Promise.resolve();
  const feed = (cue: SayCue) => {
    chain = chain.then(async () => {
      try {
        await track.scheduleLine(cue);
      } catch (error) {
        if (track.dropped) return;
        onProblem(error instanceof DOMException && error.name === "EncodingError" ? "damaged" : "missing");
      }
    });
  };
  for (const cue of says) {
    const due = atSeconds + cue.atSeconds - AHEAD_SECONDS;
    // The transport has gone through the next look-ahead already.
    if (due <= nowSeconds + LOOK_AHEAD_SECONDS + 0.5) feed(cue);
    else context.transport.scheduleOnce(() => feed(cue), due);
  }
}
