import { expect, test } from "vitest";
import { AudioThread } from "../../src/engine/audio-thread.ts";
import { createOfflineContext } from "../../src/engine/context.ts";
import { LayerNode } from "../../src/engine/layer-node.ts";
import { testThread } from "./test-layers.ts";
import { testTone } from "./test-tone.ts";

test("a layer node sounds its kernel at its calibrated level, from its first frame on", async () => {
  const context = createOfflineContext(48_000, 48_000);
  const thread = new AudioThread(context, testThread);
  await Promise.all([thread.host(), thread.bring([testTone.id])]);
  const node = new LayerNode({ context, layer: testTone, seed: 1, automation: {} });
  node.connect(context.rawContext.destination);
  node.layLevel([{ atSeconds: 0, value: 1 }], 0, 0);
  node.start({ originFrame: 0, fromFrame: 12_800, untilFrame: Number.POSITIVE_INFINITY });
  const raw = context.rawContext as OfflineAudioContext;
  const buffer = await raw.startRendering();
  const left = buffer.getChannelData(0);
  expect(Math.max(...left.subarray(0, 12_800).map(Math.abs))).toBe(0);
  const peak = Math.max(...left.subarray(20_000).map(Math.abs));
  expect(20 * Math.log10(peak)).toBeCloseTo(-30 + 12.04 + 20 * Math.log10(0.25), 1);
});
