import { expect, it } from "vitest";
import type { Keep } from "../../src/store/keep.ts";
import { nightStore, parseNightRecord } from "../../src/store/nightRecord.ts";
import { RAIN, WIND_DOWN } from "../ui/helper/sessions.ts";

const RECORD = {
  request: {
    session: WIND_DOWN,
    language: "nl",
    narrator: { kind: "pack", id: "espeak-nl" },
    wantedSeconds: null,
    timer: { minutes: 45 },
    levels: RAIN.bed.layers,
    breath: { perMinute: 12, pattern: [4, 0, 6, 0] },
    haptics: false,
    guideGainDb: -3,
  },
  deadline: 1_795_000_000_000,
  fadeSeconds: 900,
  startedAt: 1_794_997_300_000,
} as const;

function memoryKeep(
  content: Record<string, unknown> = {},
): Keep & { readonly content: Map<string, unknown> } {
  const map = new Map(Object.entries(content));
  return {
    content: map,
    get: async (key) => map.get(key),
    put: async (key, value) => void map.set(key, value),
    remove: async (key) => void map.delete(key),
    clear: async () => map.clear(),
  };
}

it("gives back the night that was put", async () => {
  const night = nightStore(memoryKeep());
  expect(await night.get()).toBeNull();
  const record = parseNightRecord(structuredClone(RECORD));
  if (!record) throw new Error("the record of this test is damaged");
  await night.put(record);
  expect(await night.get()).toEqual(RECORD);
  await night.clear();
  expect(await night.get()).toBeNull();
});

it("forgets a night that cannot be read", async () => {
  const keep = memoryKeep({ night: { ...RECORD, deadline: "soon" } });
  expect(await nightStore(keep).get()).toBeNull();
  expect(keep.content.has("night")).toBe(false);
});

it("refuses a night whose session is damaged", () => {
  const { request } = RECORD;
  expect(parseNightRecord({ ...RECORD, request: { ...request, session: { id: "x" } } })).toBeNull();
  expect(parseNightRecord({ ...RECORD, request: { ...request, levels: [{ layer: "rain" }] } })).toBeNull();
  expect(parseNightRecord(null)).toBeNull();
  expect(parseNightRecord([])).toBeNull();
});
