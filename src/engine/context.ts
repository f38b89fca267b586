import { Context } from "tone/build/esm/core/context/Context.js";
import { setContext } from "tone/build/esm/core/context/GlobalContext.js";
import { OfflineContext } from "tone/build/esm/core/context/OfflineContext.js";
import "tone/build/esm/core/clock/Transport.js";
import "tone/build/esm/core/util/Draw.js";
import { QUANTUM_FRAMES } from "./quantum.ts";

/** Seconds between a Transport callback and the time that it is for: nothing in a night needs to be quicker. */
export const LOOK_AHEAD_SECONDS = 1;

/** At Tone's 120 beats a minute. Cues are drawn at their own time, not at a tick's. */
const TICKS_PER_BEAT = 12;

/** The live context: native, for hours of playback rather than quick answers. Made before any touch, suspended. */
export function createLiveContext(): Context {
  const raw = new AudioContext({ latencyHint: "playback", renderSizeHint: QUANTUM_FRAMES });
  const context = new Context({ context: raw, lookAhead: LOOK_AHEAD_SECONDS, updateInterval: 0.5 });
  // Tone reaches for a default context in places; without one it would open a second.
  setContext(context);
  // Tone goes through every tick of a frozen hour when JavaScript wakes; at 24 a second that is soon done.
  context.transport.PPQ = TICKS_PER_BEAT;
  return context;
}

/** An offline context of `frames` frames, stereo. @param renderSizeHint frames that it renders in one go */
export function createOfflineContext(
  frames: number,
  sampleRate: number,
  renderSizeHint = QUANTUM_FRAMES,
): OfflineContext {
  const options = { numberOfChannels: 2, length: frames, sampleRate, renderSizeHint };
  return new OfflineContext(new OfflineAudioContext(options));
}
