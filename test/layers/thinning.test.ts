import { describe, expect, test } from "vitest";
import { EVENTS } from "../../src/dsp/layer.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { rms } from "../helper/levels.ts";
import { layers } from "./layers.ts";

const RATE = 16_000;
const thinning = layers.filter(([, { params }]) => "events" in params);

test("every layer of events thins out while the night falls asleep, under the one name", () => {
  const events = layers.filter(([, { character }]) => character === "events").map(([id]) => id);
  expect(thinning.map(([id]) => id)).toEqual(expect.arrayContaining(events));
  for (const [, { params }] of layers) {
    for (const [name, spec] of Object.entries(params)) {
      if (name === "events" || spec.role === "events") expect([name, spec]).toEqual(["events", EVENTS]);
    }
  }
});

describe.each(thinning)("%s", (_, layer) => {
  const seconds = layer.character === "events" ? 3 * Math.max(5, layer.eventGapSeconds ?? 5) : 6;
  const render = (events: number) =>
    renderLayer(layer, { sampleRate: RATE, seed: 1, frames: Math.round(seconds * RATE), params: { events } });

  test("is softer with a part of its events, and softer still with none", () => {
    const [all, few, none] = [1, 0.3, 0].map((events) => rms(render(events)[0]));
    expect(few).toBeLessThan(all ?? 0);
    expect(none).toBeLessThan(few ?? 0);
  });
});
