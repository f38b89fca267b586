import { OfflineContext } from "tone/build/esm/core/context/OfflineContext.js";
import { expect, test } from "vitest";
import { AudioThread, type AudioThreadOptions } from "../../src/engine/audio-thread.ts";
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

/** A merger and a destination take as many channels. */
const SIDE_BY_SIDE = 16;

/** Renders layers side by side, each through its own node on that course, and lets them go twice. @returns left and right of each */
async function played(
  ids: readonly string[],
  options: AudioThreadOptions,
  hertz?: number,
): Promise<ReadonlyMap<string, readonly Float32Array[]>> {
  const length = 2.3 * RATE;
  const raw = new OfflineAudioContext({ numberOfChannels: 2 * ids.length, length, sampleRate: RATE });
  const context = new OfflineContext(raw);
  const thread = new AudioThread(context, options);
  const [missing] = await Promise.all([thread.bring(ids), thread.host()]);
  expect(missing).toEqual([]);
  const merger = raw.createChannelMerger(2 * ids.length);
  merger.connect(raw.destination);
  const automation = hertz === undefined ? {} : { hertz: { points: [{ atSeconds: 0, value: hertz }] } };
  const nodes = ids.map((id, index) => {
    const layer = thread.layers.get(id);
    if (!layer) throw new Error(`${id} did not come`);
    const node = new LayerNode({ context, layer, seed: 1, automation });
    const splitter = raw.createChannelSplitter(2);
    node.connect(splitter);
    for (const side of [0, 1]) splitter.connect(merger, side, 2 * index + side);
    node.layLevel(COURSE, 0, 0);
    node.start({ originFrame: 0, fromFrame: 0.25 * RATE, untilFrame: UNTIL_SECONDS * RATE });
    return node;
  });
  const buffer = await raw.startRendering();
  for (const node of nodes) {
    node.dispose();
    node.dispose();
  }
  const channels = (index: number) => [0, 1].map((side) => buffer.getChannelData(2 * index + side));
  return new Map(ids.map((id, index) => [id, channels(index)]));
}

test("every layer comes, sounds, enters and leaves without a step, and is silent once stopped", async () => {
  expect(catalogue.length).toBeGreaterThanOrEqual(6);
  for (let first = 0; first < catalogue.length; first += SIDE_BY_SIDE) {
    const some = catalogue.slice(first, first + SIDE_BY_SIDE);
    const heard = await played(
      some.map(({ id }) => id),
      everyLayer,
    );
    for (const { id, family } of some) {
      const channels = heard.get(id) ?? [];
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
  }
});

test("a hand on a level leaves nothing of a click on a low tone", async () => {
  const [left = new Float32Array(0)] = (await played(["test-tone"], testThread, 100)).get("test-tone") ?? [];
  const high = highPass(left, RATE, 6000);
  expect(peak(left)).toBeGreaterThan(0.02);
  expect(20 * Math.log10(peak(high))).toBeLessThan(-80);
});
