import { expect, test } from "vitest";
import { AudioThread } from "../../src/engine/audio-thread.ts";
import { createOfflineContext } from "../../src/engine/context.ts";
import type { SoundPlan } from "../../src/engine/plan.ts";
import { QUANTUM_FRAMES } from "../../src/engine/quantum.ts";
import { Sound } from "../../src/engine/sound.ts";
import { layerFile } from "../../src/layers.ts";
import workletUrl from "../../src/worklet.ts?worker&url";
import { peak } from "../helper/levels.ts";

const RATE = 48_000;
const SECONDS = 4;
/** Not at a quantum's beginning: a live night begins at any block. */
const START_FRAME = 3 * 128;
/** What a ramp's rounding may differ by: -120 dBFS. */
const ROUNDING = 1e-6;

/** A bed that the night ceiling turns down, with a fade and a shelf, and an end in the middle of a quantum. */
const PLAN: SoundPlan = {
  seed: 3,
  layers: ["rain", "pad", "brown"].map((layer) => ({ layer, gainDb: 0 })),
  breathing: null,
  breathTone: [],
  guides: [],
  ending: { deadlineSeconds: 3.5, fadeSeconds: 2 },
  ceilingLufs: -34,
};

async function rendered(quantumFrames: number): Promise<readonly Float32Array[]> {
  const context = createOfflineContext(SECONDS * RATE, RATE, quantumFrames);
  const raw = context.rawContext;
  if (!(raw instanceof OfflineAudioContext)) throw new Error("an offline context is needed");
  const thread = new AudioThread(context, { workletUrl, findLayer: async (id) => layerFile(id) });
  const [missing] = await Promise.all([thread.bring(PLAN.layers.map(({ layer }) => layer)), thread.host()]);
  expect(missing).toEqual([]);
  const sound = new Sound({
    context,
    known: thread.layers,
    plan: PLAN,
    load: () => Promise.reject(new Error("a bed says nothing")),
  });
  sound.start(START_FRAME / RATE, 0, [
    { atSeconds: 0, value: 0 },
    { atSeconds: 1, value: 1 },
  ]);
  sound.buses.limiter.until((3 * RATE + 77) / RATE);
  const buffer = await raw.startRendering();
  sound.dispose();
  context.dispose();
  return [0, 1].map((side) => buffer.getChannelData(side));
}

test.each([QUANTUM_FRAMES, 2048])(
  "a bed in quanta of %d frames is the one in quanta of 128",
  async (quantumFrames) => {
    const [usual, long] = await Promise.all([rendered(128), rendered(quantumFrames)]);
    expect(Math.max(...usual.map(peak))).toBeGreaterThan(0.01);
    for (const [side, samples] of usual.entries()) {
      const difference = samples.map((sample, frame) => sample - (long[side]?.[frame] ?? Number.NaN));
      expect(peak(difference)).toBeLessThan(ROUNDING);
    }
  },
);
