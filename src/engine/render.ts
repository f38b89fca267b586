import { AudioThread, type AudioThreadOptions } from "./audio-thread.ts";
import { createOfflineContext } from "./context.ts";
import { enteringCurve } from "./fades.ts";
import { bringGuideParts } from "./guide-parts.ts";
import { recordings } from "./line-feeder.ts";
import { type LoadLine, layersOf, type SoundPlan } from "./plan.ts";
import { QUANTUM_FRAMES } from "./quantum.ts";
import { Sound } from "./sound.ts";

/** A chunk renders this much before the first frame that counts and drops it: filters, room and limiter settle. */
const LEAD_SECONDS = 3;
/** Long renders go in chunks of this length, concatenated without crossfade. */
const CHUNK_SECONDS = 60;
/** Nobody waits for a render as for a touch: a busy machine may take its time to bring a layer. */
const PATIENCE_MS = 60_000;

export interface RenderOptions extends AudioThreadOptions {
  readonly plan: SoundPlan;
  readonly load: LoadLine;
  readonly sampleRate: number;
  /** Night time of the first frame, seconds. */
  readonly fromSeconds: number;
  readonly seconds: number;
  /** Length of the chunks that it goes in; by default a minute. */
  readonly chunkSeconds?: number;
}

/**
 * A stretch of a night, offline: yields stereo chunks [left, right] in order, as the live graph would sound. Throws,
 * naming them, where layers could not be loaded.
 */
export async function* renderSound(options: RenderOptions): AsyncGenerator<[Float32Array, Float32Array]> {
  const rate = options.sampleRate;
  const first = Math.round(options.fromSeconds * rate);
  const end = first + Math.round(options.seconds * rate);
  const chunk =
    Math.floor(((options.chunkSeconds ?? CHUNK_SECONDS) * rate) / QUANTUM_FRAMES) * QUANTUM_FRAMES;
  for (let frame = first; frame < end; frame += chunk) {
    yield await renderChunk(options, frame, Math.min(chunk, end - frame));
  }
}

async function renderChunk(
  { plan, findLayer, load, workletUrl, sampleRate }: RenderOptions,
  firstFrame: number,
  frames: number,
): Promise<[Float32Array, Float32Array]> {
  const wanted = Math.max(0, firstFrame - LEAD_SECONDS * sampleRate);
  const startFrame = Math.floor(wanted / QUANTUM_FRAMES) * QUANTUM_FRAMES;
  const lead = firstFrame - startFrame;
  const context = createOfflineContext(lead + frames, sampleRate);
  const thread = new AudioThread(context, { workletUrl, findLayer, patienceMs: PATIENCE_MS });
  const [missing, guiding] = await Promise.all([
    thread.bring(layersOf(plan)),
    plan.guides.length > 0 ? bringGuideParts(thread) : null,
    thread.host(),
  ]);
  if (missing.length > 0) throw new Error(`render: could not load ${missing.join(", ")}`);
  const sound = new Sound({ context, known: thread.layers, plan, load, guiding });
  sound.start(0, startFrame / sampleRate, enteringCurve(0));
  const untilSeconds = (firstFrame + frames) / sampleRate;
  for (const track of sound.tracks) {
    const { timeline, atSeconds, voice } = track.guide;
    if (voice !== "recorded") continue;
    for (const each of recordings(timeline.cues, track)) {
      const at = atSeconds + each.atSeconds;
      const heard = at < untilSeconds && at + each.seconds + LEAD_SECONDS > startFrame / sampleRate;
      if (heard) await each.schedule();
    }
  }
  const raw = context.rawContext;
  if (!(raw instanceof OfflineAudioContext)) throw new Error("render: needs an offline context");
  const buffer = await raw.startRendering();
  sound.dispose();
  context.dispose();
  return [taken(buffer, 0).subarray(lead), taken(buffer, 1).subarray(lead)];
}

/**
 * A channel, taken out of its buffer: Chromium keeps an offline context that had an audio thread, and with it what it
 * rendered, for as long as the page lives, and a night has hundreds of chunks.
 */
function taken(buffer: AudioBuffer, channel: number): Float32Array<ArrayBuffer> {
  const samples = buffer.getChannelData(channel).buffer;
  return new Float32Array(structuredClone(samples, { transfer: [samples] }));
}
