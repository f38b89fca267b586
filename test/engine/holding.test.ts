import { afterEach, describe, expect, test } from "vitest";
import { Engine } from "../../src/engine/engine.ts";
import type { Sound } from "../../src/engine/sound.ts";
import { Tap } from "../../src/engine/tap.ts";
import { sineLevels } from "../helper/sine-level.ts";
import { testThread } from "./test-layers.ts";
import { tonePlan } from "./tone-plan.ts";

const open: Engine[] = [];
afterEach(() => {
  for (const engine of open.splice(0)) {
    engine.close();
    engine.context?.dispose();
  }
});

async function playing() {
  const told = { ended: 0, interruptions: [] as string[] };
  let sound: Sound | null = null;
  const engine = new Engine({
    ...testThread,
    load: () => Promise.reject(new Error("no lines here")),
    onCue: () => undefined,
    onLineProblem: () => undefined,
    onLayerMissing: () => undefined,
    onEnded: () => told.ended++,
    onInterruption: (state) => told.interruptions.push(state),
    onSound: (_, made) => {
      sound = made;
    },
  });
  open.push(engine);
  engine.wake();
  expect(await engine.begin(tonePlan)).toBe("sounds");
  const context = engine.context;
  if (!context || !sound) throw new Error("the engine plays nothing");
  return { engine, told, context, raw: context.rawContext as AudioContext, sound: sound as Sound };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("pause, stop and a call, in any order", () => {
  test("stop soon after pause ends the night", async () => {
    const { engine, told } = await playing();
    engine.hold();
    await wait(300);
    engine.leave();
    await wait(3200);
    expect(told.ended).toBe(1);
  });

  test("stop while held ends it at once", async () => {
    const { engine, told, raw } = await playing();
    engine.hold();
    await expect.poll(() => raw.state, { timeout: 5000 }).toBe("suspended");
    engine.leave();
    expect(told.ended).toBe(1);
  });

  test("a call in the middle of stopping ends it", async () => {
    const { engine, told, raw } = await playing();
    engine.leave();
    await wait(500);
    await raw.suspend();
    await wait(100);
    expect(told.ended).toBe(1);
    expect(told.interruptions).toEqual([]);
  });

  test("pause, go on, pause within a second: each fades whole, nothing jumps", async () => {
    const { engine, told, raw, context, sound } = await playing();
    await wait(2500);
    const tap = new Tap(context, sound.buses, "master");
    await wait(200);
    engine.hold();
    await wait(400);
    expect(await engine.release()).toBe(true);
    await wait(300);
    engine.hold();
    await wait(1100);
    expect(raw.state).toBe("running");
    await expect.poll(() => raw.state, { timeout: 5000 }).toBe("suspended");
    expect(await engine.release()).toBe(true);
    await wait(1500);
    const { left } = tap.recording();
    const levels = sineLevels(left, raw.sampleRate, 1000, 0.05, 0.05).map(({ db }) => Math.max(-80, db));
    const rises = levels.slice(4).map((db, index) => db - (levels[index] ?? db));
    // 200 ms apart: never more than 20 dB/s, but for the edge from silence at -40 dB.
    expect(Math.max(...rises.filter((_, index) => (levels[index] ?? -80) > -69))).toBeLessThan(4.5);
    expect(told.interruptions).toEqual([]);
  });

  test("what the system stops is silent when it runs again, until it is asked to come back", async () => {
    const { engine, told, raw, context, sound } = await playing();
    await wait(2000);
    await raw.suspend();
    await wait(100);
    expect(told.interruptions).toEqual(["suspended"]);
    const tap = new Tap(context, sound.buses, "master");
    await raw.resume();
    await wait(600);
    // Not even what the limiter held when it was stopped.
    const silent = tap.recording().left;
    expect(silent.length).toBeGreaterThan(10_000);
    expect(Math.max(...silent.map(Math.abs))).toBe(0);
    expect(await engine.release()).toBe(true);
    await wait(1500);
    const back = tap.recording().left.subarray(-4000);
    expect(Math.max(...back.map(Math.abs))).toBeGreaterThan(1e-4);
  });
});
