import "../../../src/cli/render/page.ts";
import { connect, disconnect } from "tone/build/esm/core/context/ToneAudioNode.js";
import { CHUNK_PATH } from "../../../src/cli/render/chunk-path.ts";
import { AudioThread } from "../../../src/engine/audio-thread.ts";
import type { Buses } from "../../../src/engine/buses.ts";
import { createOfflineContext } from "../../../src/engine/context.ts";
import { bringGuideParts } from "../../../src/engine/guide-parts.ts";
import { layersOf, type SoundPlan } from "../../../src/engine/plan.ts";
import { Sound } from "../../../src/engine/sound.ts";
import { testThread } from "../../engine/test-layers.ts";
import { wavOf } from "../wav-of.ts";

/** A line begins and ends without a click of its own, seconds. */
const EDGE_SECONDS = 0.05;

/** A stretch of a night of test layers, heard at one place of the graph. */
export interface ToneRequest {
  readonly plan: SoundPlan;
  readonly at: "master" | "shelf" | "narration";
  readonly fromSeconds: number;
  readonly seconds: number;
  /** What a recorded line says: a sine, full scale over 4, as long as this. */
  readonly line: { readonly hertz: number; readonly seconds: number };
}

declare global {
  /** Renders it and posts the samples, left then right. */
  var renderTone: (request: ToneRequest) => Promise<void>;
}

const RATE = 48_000;

globalThis.renderTone = async ({ plan, at, fromSeconds, seconds, line }) => {
  const context = createOfflineContext(Math.round(seconds * RATE), RATE);
  const raw = context.rawContext;
  if (!(raw instanceof OfflineAudioContext)) throw new Error("soak: needs an offline context");
  const thread = new AudioThread(context, testThread);
  await Promise.all([thread.host(), thread.bring(layersOf(plan))]);
  const load = async () => wavOf(sine(line.hertz, line.seconds), RATE);
  const guiding = await bringGuideParts(thread);
  const sound = new Sound({ context, known: thread.layers, plan, load, guiding });
  sound.start(0, fromSeconds, [{ atSeconds: 0, value: 1 }]);
  for (const track of sound.tracks)
    for (const cue of track.guide.timeline.cues) if (cue.kind === "say") await track.scheduleLine(cue);
  if (at !== "master") {
    disconnect(sound.buses.limiter.node, raw.destination);
    connect(nodeOf(sound.buses, at), raw.destination);
  }
  const buffer = await raw.startRendering();
  sound.dispose();
  context.dispose();
  const sides = [buffer.getChannelData(0).slice(), buffer.getChannelData(1).slice()];
  await fetch(CHUNK_PATH, { method: "POST", body: new Blob(sides) });
};

function nodeOf(buses: Buses, at: "shelf" | "narration") {
  return at === "shelf" ? buses.shelf.node : buses.narration;
}

function sine(hertz: number, seconds: number): Float32Array {
  const frames = Math.round(seconds * RATE);
  return Float32Array.from({ length: frames }, (_, i) => {
    const inside = Math.min(1, Math.min(i, frames - i) / (EDGE_SECONDS * RATE));
    return 0.25 * (0.5 - 0.5 * Math.cos(Math.PI * inside)) * Math.sin((2 * Math.PI * hertz * i) / RATE);
  });
}
