import { afterEach, describe, expect, test } from "vitest";
import type { FindLayer } from "../../src/engine/audio-thread.ts";
import { Engine } from "../../src/engine/engine.ts";
import type { Sound } from "../../src/engine/sound.ts";
import { Tap } from "../../src/engine/tap.ts";
import { sineLevels } from "../helper/sine-level.ts";
import { findTestLayer, testThread } from "./test-layers.ts";
import { tonePlan } from "./tone-plan.ts";

const open: Engine[] = [];
afterEach(() => {
  for (const engine of open.splice(0)) {
    engine.close();
    engine.context?.dispose();
  }
});

/** An engine that finds its layers so. */
function engineOf(findLayer: FindLayer) {
  const told = { missing: 0, sound: null as Sound | null };
  const engine = new Engine({
    ...testThread,
    findLayer,
    load: () => Promise.reject(new Error("no lines here")),
    onCue: () => undefined,
    onLineProblem: () => undefined,
    onLayerMissing: () => told.missing++,
    onEnded: () => undefined,
    onInterruption: () => undefined,
    onSound: (_, sound) => {
      told.sound = sound;
    },
  });
  open.push(engine);
  engine.wake();
  return { engine, told };
}

/** Level of the test tone on the layers' bus after a while, dBFS. */
async function toneDb({ engine, told }: ReturnType<typeof engineOf>, afterMs: number): Promise<number> {
  if (!engine.context || !told.sound) throw new Error("the engine plays nothing");
  const tap = new Tap(engine.context, told.sound.buses, "layers");
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const { left } = tap.recording();
  tap.dispose();
  return sineLevels(left, engine.context.sampleRate, 1000).at(-1)?.db ?? Number.NaN;
}

/** A layer that can be had from the second time on. */
function late(wanted: string): FindLayer {
  let asked = 0;
  return async (id) => {
    if (id === wanted && asked++ === 0) throw new Error("no connection");
    return findTestLayer(id);
  };
}

/** The tone's level is below this where there is only the quiet noise, and above it a second after it joined. */
const JOINED_DB = -85;
const quietNoise = { layer: "white", gainDb: -60 };

describe("a layer that does not come", () => {
  test("is left out and told of; touched again it is tried again and joins", async () => {
    const night = engineOf(late("test-tone"));
    const layers = [...tonePlan.layers, quietNoise];
    expect(await night.engine.begin({ ...tonePlan, layers })).toBe("sounds");
    expect(night.told.missing).toBe(1);
    expect(await toneDb(night, 500)).toBeLessThan(JOINED_DB);
    night.engine.setLevel("test-tone", 0);
    expect(await toneDb(night, 1500)).toBeGreaterThan(JOINED_DB);
    expect(night.told.missing).toBe(1);
  });

  test("alone in its bed: the night does not begin, and the next press does", async () => {
    const { engine, told } = engineOf(late("test-tone"));
    expect(await engine.begin(tonePlan)).toBe("bed-missing");
    expect(told).toEqual({ missing: 0, sound: null });
    engine.wake();
    expect(await engine.begin(tonePlan)).toBe("sounds");
  });
});

describe("a layer that a hand adds", () => {
  test("comes while the others go on, at the level that was set last", async () => {
    let arrive = () => {};
    const way = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const night = engineOf(async (id) => {
      if (id === "test-tone") await way;
      return findTestLayer(id);
    });
    expect(await night.engine.begin({ ...tonePlan, layers: [quietNoise] })).toBe("sounds");
    night.engine.setLevel("test-tone", -60);
    night.engine.setLevel("test-tone", 0);
    expect(await toneDb(night, 500)).toBeLessThan(JOINED_DB);
    arrive();
    expect(await toneDb(night, 1500)).toBeGreaterThan(JOINED_DB);
  });

  test("and that there is not, is passed over", async () => {
    const { engine, told } = engineOf(findTestLayer);
    expect(await engine.begin(tonePlan)).toBe("sounds");
    engine.setLevel("campfire", 0);
    engine.setParam("campfire", "heat", 1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(told.missing).toBe(0);
  });
});

test("a context that had to be renewed has all that a guide needs, too", async () => {
  const { engine, told } = engineOf(findTestLayer);
  const timeline = {
    session: "x",
    language: "en",
    seconds: 5,
    parts: [],
    cues: [],
    breathing: null,
  } as const;
  const guided = { ...tonePlan, guides: [{ timeline, atSeconds: 0, voice: "recorded" }] } as const;
  expect(await engine.begin(guided)).toBe("sounds");
  const before = engine.context;
  engine.renew();
  engine.wake();
  expect(await engine.begin(guided)).toBe("sounds");
  expect(engine.context).not.toBe(before);
  expect(told.sound?.tracks).toHaveLength(1);
});
