import { expect, it } from "vitest";
import { parseNarration } from "../../src/api/narrators.ts";
import { parseOpening } from "../../src/api/opening.ts";
import { recordedPack } from "../../src/api/packs.ts";
import { PACKS, WIND_DOWN } from "../ui/helper/sessions.ts";
import { worker } from "./helper.ts";

const [PACK] = PACKS;

it("reads the index of packs, and has none where it is damaged", () => {
  expect(parseNarration({ packs: PACKS })).toEqual(PACKS);
  expect(parseNarration({ packs: [{ id: 3 }] })).toEqual([]);
  expect(parseNarration(undefined)).toEqual([]);
});

it("fetches a line's recording, and refuses one that is not there", async () => {
  if (!PACK) throw new Error("this test needs a pack");
  const { fetch, asked } = worker((path) =>
    path === "/a.mp3" ? new Response(new Uint8Array([1, 2])) : new Response("", { status: 404 }),
  );
  const pack = recordedPack(PACK, fetch);
  expect(pack.seconds("wind-down", "line-0")).toBe(2.5);
  expect(pack.seconds("wind-down", "line-9")).toBeNull();
  expect(pack.sampleUrl).toBe("/a.mp3");
  expect((await pack.load("wind-down", "line-0")).byteLength).toBe(2);
  await expect(pack.load("wind-down", "line-9")).rejects.toThrow("has no wind-down/line-9");
  const missing = recordedPack(
    { ...PACK, lines: { "wind-down/line-0": { seconds: 1, url: "/gone.mp3" } } },
    fetch,
  );
  await expect(missing.load("wind-down", "line-0")).rejects.toThrow("answered 404");
  expect(asked.map(({ path }) => path)).toEqual(["/a.mp3", "/gone.mp3"]);
});

it("reads the opening words as a session, and refuses damaged ones", () => {
  expect(parseOpening(WIND_DOWN.scripts).scripts).toEqual(WIND_DOWN.scripts);
  expect(() => parseOpening({ nl: { meta: 1 } })).toThrow("opening:");
});
