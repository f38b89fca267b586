import { AudioThread } from "../../../src/engine/audio-thread.ts";
import { createOfflineContext } from "../../../src/engine/context.ts";
import { Engine } from "../../../src/engine/engine.ts";
import type { SoundPlan } from "../../../src/engine/plan.ts";
import { Sound } from "../../../src/engine/sound.ts";
import { layerFile } from "../../../src/layers.ts";
import workletUrl from "../../../src/worklet.ts?worker&url";
import { loopedBuffer, steadyMs, WARM_SECONDS } from "../engine/steady.ts";

declare global {
  /** Milliseconds that so many seconds of such a bed take offline, once it is warm. */
  var timeBed: (layers: readonly string[], seconds: number) => Promise<number>;
  /** The same of one looped buffer with one biquad. */
  var timeLoop: (seconds: number) => Promise<number>;
  /** Lets a bed of these layers play, live, from the first second of a night. */
  var playBed: (layers: readonly string[]) => Promise<void>;
  /** Takes the bed to another time of the night. */
  var jumpTo: (seconds: number) => void;
}

const RATE = 48_000;
const SOURCES = {
  workletUrl,
  findLayer: async (id: string) => layerFile(id),
  load: () => Promise.reject(new Error("a bed says nothing")),
};

function planOf(layers: readonly string[]): SoundPlan {
  return {
    seed: 1,
    layers: layers.map((layer) => ({ layer, gainDb: -9 })),
    breathing: null,
    breathTone: [],
    guides: [],
    ending: null,
  };
}

globalThis.timeBed = async (layers, seconds) => {
  const context = createOfflineContext((WARM_SECONDS + seconds) * RATE, RATE);
  const raw = context.rawContext;
  if (!(raw instanceof OfflineAudioContext)) throw new Error("bench: needs an offline context");
  const thread = new AudioThread(context, SOURCES);
  await Promise.all([thread.host(), thread.bring(layers)]);
  const sound = new Sound({ context, known: thread.layers, plan: planOf(layers), load: SOURCES.load });
  sound.start(0, 0);
  const ms = await steadyMs(raw);
  sound.dispose();
  context.dispose();
  return ms;
};

globalThis.timeLoop = (seconds) => {
  const context = new OfflineAudioContext(2, (WARM_SECONDS + seconds) * RATE, RATE);
  loopedBuffer(context);
  return steadyMs(context);
};

let playing: Sound | null = null;

globalThis.playBed = async (layers) => {
  const engine = new Engine({
    ...SOURCES,
    onCue: () => undefined,
    onLineProblem: () => undefined,
    onLayerMissing: () => {
      throw new Error("bench: a layer is missing");
    },
    onEnded: () => undefined,
    onInterruption: () => undefined,
    onSound: (_, sound) => {
      playing = sound;
    },
  });
  engine.wake();
  const begun = await engine.begin(planOf(layers));
  if (begun !== "sounds") throw new Error(`bench: the bed ${begun}`);
};

globalThis.jumpTo = (seconds) => {
  if (!playing) throw new Error("bench: nothing plays");
  const now = playing.timeOf(playing.seconds);
  playing.start((Math.ceil((now + 0.2) * 375) * 128) / 48_000, seconds);
};
