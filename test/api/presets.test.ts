import { expect, it } from "vitest";
import { presetListClient } from "../../src/api/presetList.ts";
import { presetsClient } from "../../src/api/presets.ts";
import { RAIN, WIND_DOWN } from "../ui/helper/sessions.ts";
import { AWAY, bundle, memoryCopies, served, worker } from "./helper.ts";

const NEWER = { ...RAIN, titles: { nl: "Regen, zachter", en: "Rain, softer" } };

/** The guided session as a rain-window, with a scene in its first part. */
function withScene(layer: string) {
  const { nl } = WIND_DOWN.scripts ?? {};
  const [first, ...parts] = nl?.parts ?? [];
  const items = [{ scene: { layer, gainDb: 0, overSeconds: 10 } }];
  return {
    ...WIND_DOWN,
    id: "rain-window",
    scripts: { nl: { ...nl, parts: [{ ...first, items }, ...parts] } },
  };
}

function client(fetch: typeof AWAY, keep = memoryCopies()) {
  const damaged: string[] = [];
  const bundled = bundle(RAIN, WIND_DOWN);
  const presets = presetsClient({
    fetch,
    keep,
    bundled,
    layers: new Set(["rain", "brown", "ocean"]),
    onDamaged: (id) => damaged.push(id),
    timeoutMs: 50,
  });
  return { presets, keep, damaged, list: presetListClient({ fetch, keep, bundled, presets, timeoutMs: 50 }) };
}

it("has the bundled session where the Worker is away", async () => {
  const { presets, damaged } = client(AWAY);
  expect(await presets.atHand("rain-window")).toEqual(RAIN);
  expect(await presets.newest("rain-window")).toEqual(RAIN);
  expect(await presets.newest("nowhere")).toBeNull();
  expect(damaged).toEqual([]);
});

it("keeps what the Worker serves, and asks the next time only whether it changed", async () => {
  const { fetch, asked } = worker((_, headers) => served(NEWER, '"2"', headers));
  const { presets, keep } = client(fetch);
  expect(await presets.newest("rain-window")).toEqual(NEWER);
  expect(await presets.newest("rain-window")).toEqual(NEWER);
  expect(asked.map(({ etag }) => etag)).toEqual([null, '"2"']);
  const later = client(AWAY, keep);
  expect(await later.presets.atHand("rain-window")).toEqual(NEWER);
});

it.each([
  ["a malformed document", { ...RAIN, bed: { layers: [] } }],
  ["another session than the one asked for", WIND_DOWN],
  ["a bed of a layer that there is not", { ...RAIN, bed: { layers: [{ layer: "campfire", gainDb: 0 }] } }],
  ["a scene of a layer that there is not", withScene("campfire")],
  ["a document of a newer version", { ...RAIN, version: 99 }],
  ["a list", []],
])("refuses %s, says so, and uses the copy at hand", async (_, body) => {
  const { fetch } = worker((_path, headers) => served(body, '"x"', headers));
  const { presets, keep, damaged } = client(fetch);
  expect(await presets.newest("rain-window")).toEqual(RAIN);
  expect(damaged).toEqual(["rain-window"]);
  expect(keep.map.size).toBe(0);
});

it("takes a scene of a layer that there is", async () => {
  const { presets, damaged } = client(
    worker((_path, headers) => served(withScene("ocean"), '"x"', headers)).fetch,
  );
  expect(await presets.newest("rain-window")).toEqual(withScene("ocean"));
  expect(damaged).toEqual([]);
});

it("falls back on the bundled session where the kept copy is damaged", async () => {
  const { presets, keep } = client(AWAY);
  keep.map.set("preset:rain-window", { etag: '"1"', body: { id: "rain-window" } });
  expect(await presets.atHand("rain-window")).toEqual(RAIN);
  keep.map.set("preset:rain-window", "nonsense");
  expect(await presets.atHand("rain-window")).toEqual(RAIN);
});

it("lists what is bundled where the Worker is away", async () => {
  const { list } = client(AWAY);
  const ids = async () => (await list.newest()).entries.map(({ id }) => id);
  expect(await ids()).toEqual(["rain-window", "wind-down"]);
  expect((await list.atHand())[1]).toMatchObject({
    usualSeconds: { nl: 240 },
    moment: ["evening", "in-bed"],
  });
});

it("lists what the Worker has besides, keeps the list, and leaves out what it cannot read", async () => {
  const fire = { id: "campfire", kind: "bed", titles: { nl: "Kampvuur", en: "Campfire" }, usualSeconds: {} };
  const { fetch, asked } = worker((_, headers) =>
    served({ presets: [fire, { id: "BROKEN" }] }, '"list"', headers),
  );
  const { list, keep } = client(fetch);
  const ids = ["rain-window", "wind-down", "campfire"];
  expect((await list.newest()).entries.map(({ id }) => id)).toEqual(ids);
  await list.newest();
  expect(asked.map(({ etag }) => etag)).toEqual([null, '"list"']);
  expect((await client(AWAY, keep).list.atHand()).map(({ id }) => id)).toEqual(ids);
});
