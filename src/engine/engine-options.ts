import type { Context } from "tone/build/esm/core/context/Context.js";
import type { Cue } from "../session/cue.ts";
import type { AudioThreadOptions } from "./audio-thread.ts";
import type { LineProblem } from "./line-feeder.ts";
import type { LoadLine } from "./plan.ts";
import type { Sound } from "./sound.ts";

export interface EngineOptions extends AudioThreadOptions {
  readonly load: LoadLine;
  readonly onCue: (cue: Cue) => void;
  readonly onLineProblem: (problem: LineProblem) => void;
  /** A layer could not be loaded: it is left out, and tried again with the next touch of it. */
  readonly onLayerMissing: () => void;
  /** The audio clock has passed the end (deadline or stop): everything is silent. */
  readonly onEnded: () => void;
  /** The context has stopped or come back without being asked: a call, an alarm, unplugged headphones. */
  readonly onInterruption: (state: AudioContextState) => void;
  /** Told of each night's sound before it starts, for what listens to its buses. */
  readonly onSound?: (context: Context, sound: Sound) => void;
}

/**
 * What came of a beginning: it sounds, the browser refused to start audio, none of the bed could be loaded, or it was
 * called off by {@link Engine.close} or another beginning.
 */
export type Begun = "sounds" | "refused" | "bed-missing" | "called-off";
