import { AudioThread } from "../../../src/engine/audio-thread.ts";
import { createOfflineContext } from "../../../src/engine/context.ts";
import { LayerNode } from "../../../src/engine/layer-node.ts";
import { layerFile } from "../../../src/layers.ts";
import workletUrl from "../../../src/worklet.ts?worker&url";

declare global {
  /** Milliseconds that one offline render of a layer (its id) takes; null = the looped buffer with one biquad. */
  var timeRender: (layer: string | null, seconds: number) => Promise<number>;
}

const RATE = 48_000;

globalThis.timeRender = async (id, seconds) => {
  const context = createOfflineContext(seconds * RATE, RATE);
  const raw = context.rawContext;
  if (!(raw instanceof OfflineAudioContext)) throw new Error("bench: needs an offline context");
  if (id !== null) {
    const thread = new AudioThread(context, { workletUrl, findLayer: async (wanted) => layerFile(wanted) });
    await Promise.all([thread.host(), thread.bring([id])]);
    const layer = thread.layers.get(id);
    if (!layer) throw new Error(`bench: no layer ${id}`);
    const node = new LayerNode({ context, layer, seed: 1, automation: {} });
    node.connect(raw.destination);
    node.layLevel([{ atSeconds: 0, value: 1 }], 0, 0);
    node.start({ originFrame: 0, fromFrame: 0, untilFrame: Number.POSITIVE_INFINITY });
  } else loopedBuffer(raw);
  const began = performance.now();
  await raw.startRendering();
  return performance.now() - began;
};

/** What applications with recorded loops run: a stereo buffer that repeats, through one biquad. */
function loopedBuffer(context: OfflineAudioContext): void {
  const buffer = context.createBuffer(2, 10 * RATE, RATE);
  for (let channel = 0; channel < 2; channel++) {
    const samples = buffer.getChannelData(channel);
    for (let i = 0; i < samples.length; i++) samples[i] = Math.sin(i * i) * 0.1;
  }
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  const filter = context.createBiquadFilter();
  source.connect(filter).connect(context.destination);
  source.start();
}
