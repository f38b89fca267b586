import { expect, test } from "vitest";
import { AudioThread, type AudioThreadOptions } from "../../src/engine/audio-thread.ts";
import { createOfflineContext } from "../../src/engine/context.ts";
import type { Curve } from "../../src/engine/curve.ts";
import { LayerNode } from "../../src/engine/layer-node.ts";
import { catalogue, layerFile } from "../../src/layers.ts";
import workletUrl from "../../src/worklet.ts?worker&url";
import { highPass } from "../helper/filters.ts";
import { peak } from "../helper/levels.ts";
import { testThread } from "./test-layers.ts";

const RATE = 44_100;
/** In, a step down as a hand makes it, and out; seconds. */
const COURSE: Curve = [
  { atSeconds: 0.3, value: 0 },
  { atSeconds: 0.8, value: 1 },
  { atSeconds: 1.2, value: 1 },
  { atSeconds: 1.35, value: 0.25 },
  { atSeconds: 1.6, value: 0.25 },
  { atSeconds: 1.9, value: 0 },
];
const UNTIL_SECONDS = 2;

const everyLayer: AudioThreadOptions = { workletUrl, findLayer: async (id) => layerFile(id) };

/** Renders a layer through its node on that course and lets it go twice. @returns left and right, 2.3 s */
async function played(id: string, thread: AudioThreadOptions, hertz?: number): Promise<Float32Array[]> {
  const context = createOfflineContext(2.3 * RATE, RATE);
  const audioThread = new AudioThread(context, thread);
  const [missing] = await Promise.all([audioThread.bring([id]), audioThread.host()]);
  const layer = audioThread.layers.get(id);
  if (!layer || missing.length > 0) throw new Error(`${id} did not come`);
  const automation = hertz === undefined ? {} : { hertz: { points: [{ atSeconds: 0, value: hertz }] } };
  const node = new LayerNode({ context, layer, seed: 1, automation });
  const raw = context.rawContext as OfflineAudioContext;
  node.connect(raw.destination);
  node.layLevel(COURSE, 0, 0);
  node.start({ originFrame: 0, fromFrame: 0.25 * RATE, untilFrame: UNTIL_SECONDS * RATE });
  const buffer = await raw.startRendering();
  node.dispose();
  node.dispose();
  return [0, 1].map((channel) => buffer.getChannelData(channel));
}

test("every layer comes, sounds, enters and leaves without a step, and is silent once stopped", async () => {
  expect(catalogue.length).toBeGreaterThanOrEqual(6);
  for (const { id, family } of catalogue) {
    const channels = await played(id, everyLayer);
    const loudest = Math.max(...channels.map(peak));
    // The others may wait with their first sound.
    if (family === "noise" || family === "comfort") expect(loudest, id).toBeGreaterThan(0.01);
    for (const channel of channels) {
      const part = (from: number, until: number) => channel.subarray(from * RATE, until * RATE);
      expect(channel.every(Number.isFinite), id).toBe(true);
      expect(peak(part(0, 0.249)), id).toBe(0);
      expect(peak(part(0.25, 0.299)), id).toBeLessThan(1e-6);
      expect(peak(part(0.3, 0.305)), id).toBeLessThanOrEqual(0.02 * loudest);
      expect(peak(part(1.9, 2.3)), id).toBeLessThan(1e-6);
      expect(peak(part(UNTIL_SECONDS + 0.01, 2.3)), id).toBe(0);
    }
  }
});

test("a hand on a level leaves nothing of a click on a low tone", async () => {
  const [left = new Float32Array(0)] = await played("test-tone", testThread, 100);
  const high = highPass(left, RATE, 6000);
  expect(peak(left)).toBeGreaterThan(0.02);
  expect(20 * Math.log10(peak(high))).toBeLessThan(-80);
});
