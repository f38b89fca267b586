import { connect } from "tone/build/esm/core/context/ToneAudioNode.js";
import { expect, it } from "vitest";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";
import { Room } from "../../src/dsp/room.ts";
import { AudioThread } from "../../src/engine/audio-thread.ts";
import { createOfflineContext } from "../../src/engine/context.ts";
import { bringRoom, createRoom } from "../../src/engine/room.ts";
import { testThread } from "./test-layers.ts";

const RATE = 48_000;
const FRAMES = RATE / 2;

it("the room answers a voice in the graph as its kernel does, in either ear", async () => {
  const context = createOfflineContext(FRAMES, RATE);
  const raw = context.rawContext;
  if (!(raw instanceof OfflineAudioContext)) throw new Error("an offline context is needed");
  await bringRoom(new AudioThread(context, testThread));
  // One channel, as lines are.
  const buffer = raw.createBuffer(1, FRAMES, RATE);
  const voice = buffer.getChannelData(0);
  for (let i = 0; i < RATE / 10; i++) voice[i] = Math.sin(i * 0.05) * Math.sin(i * 0.0013);
  const source = new AudioBufferSourceNode(raw, { buffer });
  const room = createRoom(context);
  connect(source, room.node);
  connect(room.node, raw.destination);
  source.start();
  const rendered = await raw.startRendering();
  room.dispose();
  context.dispose();

  const kernel = new Room(RATE);
  const wanted = [new Float32Array(BLOCK_FRAMES), new Float32Array(BLOCK_FRAMES)] as const;
  const heard = [0, 1].map((side) => rendered.getChannelData(side));
  let loudest = 0;
  const different: number[] = [];
  for (let frame = 0; frame + BLOCK_FRAMES <= FRAMES; frame += BLOCK_FRAMES) {
    const block = voice.subarray(frame, frame + BLOCK_FRAMES);
    kernel.process(block, block, ...wanted, frame);
    for (const [side, samples] of wanted.entries()) {
      for (const [i, sample] of samples.entries()) {
        loudest = Math.max(loudest, Math.abs(sample));
        if (heard[side]?.[frame + i] !== sample) different.push(frame + i);
      }
    }
  }
  expect(different).toEqual([]);
  expect(loudest).toBeGreaterThan(0.01);
});
