import { AudioThread } from "../../../src/engine/audio-thread.ts";
import { createOfflineContext } from "../../../src/engine/context.ts";
import { LayerNode } from "../../../src/engine/layer-node.ts";
import { layerFile } from "../../../src/layers.ts";
import workletUrl from "../../../src/worklet.ts?worker&url";
import { loopedBuffer, steadyMs, WARM_SECONDS } from "./steady.ts";

declare global {
  /** Milliseconds that so many seconds of a layer (its id) take offline, once it is warm; null = the looped buffer with one biquad. */
  var timeRender: (layer: string | null, seconds: number) => Promise<number>;
}

const RATE = 48_000;
/** What every context has that asks for nothing: layer and loop pay for the same number of calls. */
const USUAL_QUANTUM = 128;

globalThis.timeRender = async (id, seconds) => {
  const context = createOfflineContext((WARM_SECONDS + seconds) * RATE, RATE, USUAL_QUANTUM);
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
  return steadyMs(raw);
};
