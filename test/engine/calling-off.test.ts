import { expect, test } from "vitest";
import { Engine } from "../../src/engine/engine.ts";
import type { Sound } from "../../src/engine/sound.ts";
import { findTestLayer, testThread } from "./test-layers.ts";
import { tonePlan } from "./tone-plan.ts";

/** An engine whose first wish for a layer waits until it is let through. */
function slowEngine() {
  let arrive = () => {};
  const way = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const sounds: Sound[] = [];
  let asked = 0;
  const engine = new Engine({
    ...testThread,
    findLayer: async (id) => {
      if (asked++ === 0) await way;
      return findTestLayer(id);
    },
    load: () => Promise.reject(new Error("no lines here")),
    onCue: () => undefined,
    onLineProblem: () => undefined,
    onLayerMissing: () => undefined,
    onEnded: () => undefined,
    onInterruption: () => undefined,
    onSound: (_, sound) => sounds.push(sound),
  });
  return { engine, sounds, arrive };
}

test("a beginning that is closed while its layers come makes no sound when they have come", async () => {
  const { engine, sounds, arrive } = slowEngine();
  engine.wake();
  const begun = engine.begin(tonePlan);
  engine.close();
  arrive();
  expect(await begun).toBe("called-off");
  expect(sounds).toEqual([]);
  expect(engine.seconds).toBe(0);
  engine.context?.dispose();
});

test("one that was called off leaves alone the night that began after it", async () => {
  const { engine, sounds, arrive } = slowEngine();
  engine.wake();
  const first = engine.begin(tonePlan);
  engine.close();
  engine.wake();
  const second = engine.begin({ ...tonePlan, layers: [{ layer: "white", gainDb: -60 }] });
  expect(await second).toBe("sounds");
  arrive();
  expect(await first).toBe("called-off");
  expect(sounds).toHaveLength(1);
  await expect.poll(() => engine.seconds).toBeGreaterThan(0.1);
  engine.close();
  engine.context?.dispose();
});
