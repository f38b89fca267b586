import { Engine } from "../../../src/engine/engine.ts";
import type { SoundPlan } from "../../../src/engine/plan.ts";
import { renderSound } from "../../../src/engine/render.ts";
import type { Sound } from "../../../src/engine/sound.ts";
import { layerFile } from "../../../src/layers.ts";
import workletUrl from "../../../src/worklet.ts?worker&url";

declare global {
  /** Milliseconds that an offline render of such a bed takes. */
  var timeBed: (layers: readonly string[], seconds: number) => Promise<number>;
  /** Lets a bed of these layers play, live, from the first second of a night. */
  var playBed: (layers: readonly string[]) => Promise<void>;
  /** Takes the bed to another time of the night. */
  var jumpTo: (seconds: number) => void;
}

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
  const started = performance.now();
  const chunks = renderSound({
    ...SOURCES,
    plan: planOf(layers),
    sampleRate: 48_000,
    fromSeconds: 0,
    seconds,
  });
  for await (const _ of chunks);
  return performance.now() - started;
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
