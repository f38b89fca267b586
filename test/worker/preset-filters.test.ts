import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { presets } from "../../worker/presets.ts";

interface Listed {
  id: string;
  kind: string;
  moment: string[];
  need: string[];
  usualSeconds: Record<string, number>;
}

async function list(query: string) {
  const answer = await exports.default.fetch(`http://luwte.test/api/presets${query}`);
  expect(answer.status).toBe(200);
  const { presets: listed } = await answer.json<{ presets: Listed[] }>();
  return { listed, ids: listed.map(({ id }) => id), etag: answer.headers.get("etag") };
}

describe("the list of presets, narrowed", () => {
  it("by moment: only sessions that say so, and some are left out", async () => {
    const { listed } = await list("?moment=at-three");
    expect(listed.length).toBeGreaterThan(0);
    for (const { moment } of listed) expect(moment).toContain("at-three");
    const expected = presets.filter(({ moment }) => moment.includes("at-three"));
    expect(listed).toHaveLength(expected.length);
    expect(expected.length).toBeLessThan(presets.length);
  });

  it("by each need that a session names", async () => {
    const needs = [...new Set(presets.flatMap(({ need }) => need))];
    expect(needs.length).toBeGreaterThan(1);
    for (const need of needs) {
      const { ids } = await list(`?need=${encodeURIComponent(need)}`);
      expect(ids).toEqual(presets.filter((preset) => preset.need.includes(need)).map(({ id }) => id));
    }
  });

  it("by length, both ends included, in the language asked for", async () => {
    const lengths = [...new Set(presets.flatMap(({ usualSeconds }) => Object.values(usualSeconds)))].sort(
      (a, b) => a - b,
    );
    const [shortest = 0] = lengths;
    const longest = lengths.at(-1) ?? 0;
    expect(shortest).toBeLessThan(longest);
    const short = await list(`?maxSeconds=${shortest}&language=en`);
    const long = await list(`?minSeconds=${longest}`);
    expect(short.listed.length).toBeGreaterThan(0);
    for (const { usualSeconds } of short.listed) expect(usualSeconds["en"]).toBe(shortest);
    for (const { usualSeconds } of long.listed) expect(Object.values(usualSeconds)).toContain(longest);
    expect((await list(`?minSeconds=${longest + 1}`)).ids).toEqual([]);
    expect((await list(`?minSeconds=${longest}&maxSeconds=${shortest}`)).ids).toEqual([]);
    expect((await list("?minSeconds=0&kind=bed")).ids).toEqual([]);
  });

  it("with one tag per set of filters, whatever their order and whatever else is asked", async () => {
    const queries = [
      "",
      "?kind=guided",
      "?moment=evening",
      "?need=head",
      "?minSeconds=60",
      "?maxSeconds=60",
      "?minSeconds=60&maxSeconds=600",
    ];
    const tags = await Promise.all(queries.map(async (query) => (await list(query)).etag));
    expect(new Set(tags).size).toBe(queries.length);
    const turned = await list("?maxSeconds=600&tracking=1&minSeconds=60");
    expect(turned.etag).toBe(tags.at(-1));
    const again = await exports.default.fetch("http://luwte.test/api/presets?kind=guided", {
      headers: { "if-none-match": tags[1] ?? "" },
    });
    expect(again.status).toBe(304);
  });

  it.each([
    ["?moment=noon", "/moment"],
    ["?need=nothing-that-is", "/need"],
    ["?minSeconds=-1", "/minSeconds"],
    ["?maxSeconds=1e3", "/maxSeconds"],
    ["?maxSeconds=999999", "/maxSeconds"],
    ["?minSeconds=", "/minSeconds"],
    ["?kind=song", "/kind"],
    ["?language=__proto__", "/language"],
  ])("says which filter of %s has no such value", async (query, pointer) => {
    const answer = await exports.default.fetch(`http://luwte.test/api/presets${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "filter-unknown", pointer });
  });
});
