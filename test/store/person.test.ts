import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOpen, tomorrowMs, type Writing } from "../../src/session/person/writing.ts";
import { parsePerson } from "../../src/store/parsePerson.ts";
import { NEW_PERSON } from "../../src/store/person.ts";
import { parseWritings, writingStore } from "../../src/store/writing.ts";
import { memoryKeep } from "./memoryKeep.ts";

describe("what is kept of a person", () => {
  it("comes back as it was kept", () => {
    const person = {
      cautions: ["tinnitus"],
      never: ["crickets"],
      slots: { anchor: "warm zand", place: "" },
      choices: { "safe-place": { place: "sea" } },
      affirmations: ["Ik mag traag zijn."],
      doses: [{ session: "wind-down", atMs: 5, seconds: 180, how: "good" }],
      checkIns: [{ atMs: 6, answer: "head" }],
    };
    expect(parsePerson(person)).toEqual(person);
  });

  it("passes over what is damaged, line by line, and keeps the rest", () => {
    const kept = {
      cautions: ["tinnitus", "something-newer"],
      never: "rain",
      slots: { anchor: 5 },
      doses: [{ session: "pmr", atMs: 1, seconds: 60, how: null }, { session: "" }],
      affirmations: ["  ", "Genoeg."],
      extra: true,
    };
    expect(parsePerson(kept)).toEqual({
      ...NEW_PERSON,
      cautions: ["tinnitus"],
      doses: [{ session: "pmr", atMs: 1, seconds: 60, how: null }],
      affirmations: ["Genoeg."],
    });
  });

  it("never throws, whatever stands there", () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(Object.keys(parsePerson(value)).sort()).toEqual(Object.keys(NEW_PERSON).sort());
        parseWritings(value);
      }),
    );
  });
});

const page = (id: string, atMs: number, text: string): Writing => ({
  id,
  kind: "worry",
  texts: [text],
  atMs,
  untilMs: null,
});

describe("what is written", () => {
  it("is kept newest first, a page in its own place", async () => {
    const store = writingStore(memoryKeep());
    await store.put(page("worry-1", 1, "een"));
    await store.put(page("worry-2", 2, "twee"));
    await store.put(page("worry-1", 1, "een en meer"));
    expect((await store.all()).map(({ texts }) => texts[0])).toEqual(["twee", "een en meer"]);
  });

  it("is gone when it is erased, with nothing of it left on the device", async () => {
    const keep = memoryKeep();
    const store = writingStore(keep);
    // Kept and erased in one breath: the slower of the two does not bring it back.
    await Promise.all([store.put(page("worry-1", 1, "geheim")), store.erase("worry-1")]);
    expect(await store.all()).toEqual([]);
    expect(JSON.stringify([...keep.values])).not.toContain("geheim");
    expect(keep.values.size).toBe(0);
  });
});

describe("until tomorrow", () => {
  const at = (hour: number, minute = 0) => new Date(2026, 10, 24, hour, minute).getTime();
  const back = (ms: number) => {
    const date = new Date(tomorrowMs(ms));
    return [date.getDate(), date.getHours()];
  };

  it("is the next morning at eight, and after midnight the same morning", () => {
    expect(back(at(23, 40))).toEqual([25, 8]);
    expect(back(at(15))).toEqual([25, 8]);
    expect(back(at(1))).toEqual([24, 8]);
    expect(back(at(6))).toEqual([25, 8]);
  });

  it("is four to twenty-eight hours away, whenever it is asked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3e12 }), (nowMs) => {
        const hours = (tomorrowMs(nowMs) - nowMs) / 3600_000;
        expect(hours).toBeGreaterThanOrEqual(4);
        // An hour more where the clock goes back.
        expect(hours).toBeLessThanOrEqual(29);
      }),
    );
  });

  it("cannot be read before", () => {
    const kept = { ...page("worry-1", 1, "straks"), untilMs: 100 };
    expect([isOpen(kept, 99), isOpen(kept, 100), isOpen(page("worry-1", 1, "nu"), 0)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
