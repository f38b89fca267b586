import { expect, test } from "vitest";
import { AudioThread } from "../../src/engine/audio-thread.ts";
import { Buses } from "../../src/engine/buses.ts";
import { createLiveContext } from "../../src/engine/context.ts";
import { Tap } from "../../src/engine/tap.ts";
import { lastAboveSeconds } from "../helper/onsets.ts";
import { testThread } from "./test-layers.ts";

test("a sound that nothing else ends is ended by the gate, within 50 ms; one that is too loud stands at the ceiling", async () => {
  const context = createLiveContext();
  const raw = context.rawContext as AudioContext;
  await new AudioThread(context, testThread).host();
  await raw.resume();
  const buses = new Buses(context, -40);
  const tap = new Tap(context, buses, "master");
  // Past every fade: a tone at -20 LUFS, straight into the last bus.
  const tone = new OscillatorNode(raw, { frequency: 1000 });
  const level = new GainNode(raw, { gain: 0.1 });
  tone.connect(level).connect(buses.ending.input as unknown as AudioNode);
  tone.start();
  const end = raw.currentTime + 1.5;
  buses.limiter.until(end);
  await expect.poll(() => raw.currentTime, { timeout: 10_000 }).toBeGreaterThan(end + 0.7);
  const { firstFrame, left } = tap.recording();
  tone.stop();
  buses.dispose();
  const rate = raw.sampleRate;
  await raw.close();
  const last = (lastAboveSeconds(left, rate, -140) ?? 0) + firstFrame / rate;
  expect(last).toBeGreaterThan(end);
  expect(last).toBeLessThan(end + 0.05);
  const steady = left.subarray(
    Math.round((end - 0.8) * rate) - firstFrame,
    Math.round((end - 0.1) * rate) - firstFrame,
  );
  const peakDb = 20 * Math.log10(Math.max(...steady));
  // A mono tone of -40 LUFS on both sides has its peak at -39.3 dBFS or so: BS.1770's offset, and the shelf's at 1 kHz.
  expect(Math.abs(peakDb + 40)).toBeLessThan(1.5);
});
