import { describe, expect, test } from "vitest";
import type { KeptNight, NightKeep } from "../../src/night/deps.ts";
import { NightRecord } from "../../src/night/night-record.ts";
import { IDLE } from "../../src/night/reducer.ts";
import { bedRequest } from "./helper/request.ts";
import { settle } from "./helper/rig.ts";

const NOW = 1_000_000;

function night(deadline: number | null): KeptNight {
  return { request: bedRequest(), deadline, fadeSeconds: 60, startedAt: NOW - 60_000 };
}

/** A record over a keep that holds one night. @param trouble what every access fails with */
function record(kept: KeptNight | null, trouble?: Error) {
  const store = { kept };
  const access = async () => {
    if (trouble) throw trouble;
  };
  const keep: NightKeep = {
    async get() {
      await access();
      return store.kept;
    },
    async put(next) {
      await access();
      store.kept = next;
    },
    async clear() {
      await access();
      store.kept = null;
    },
  };
  const clock = { now: () => NOW, after: () => () => undefined };
  return { store, record: new NightRecord(keep, clock) };
}

describe("a night that is kept", () => {
  test("is offered until its end", async () => {
    for (const deadline of [NOW + 1, null]) {
      const kept = night(deadline);
      expect(await record(kept).record.unfinished()).toEqual(kept);
    }
    expect(await record(null).record.unfinished()).toBeNull();
  });

  test("is not offered from its end on, and forgotten", async () => {
    for (const deadline of [NOW, NOW - 1]) {
      const { record: kept, store } = record(night(deadline));
      expect(await kept.unfinished()).toBeNull();
      await settle();
      expect(store.kept).toBeNull();
    }
  });

  test("without an end is one night's: twelve hours later it is not offered, and forgotten", async () => {
    const begun = (hoursAgo: number) => ({ ...night(null), startedAt: NOW - hoursAgo * 3_600_000 });
    expect(await record(begun(11.9)).record.unfinished()).toEqual(begun(11.9));
    const { record: kept, store } = record(begun(12));
    expect(await kept.unfinished()).toBeNull();
    await settle();
    expect(store.kept).toBeNull();
  });

  test("is remembered and forgotten", async () => {
    const { record: kept, store } = record(null);
    const { request, deadline, fadeSeconds, startedAt } = night(null);
    for (const not of [
      { phase: "ended" },
      { phase: "loading" },
      { phase: "playing", stopping: true },
    ] as const) {
      kept.remember({ ...IDLE, ...not, request, deadline }, fadeSeconds, startedAt);
      await settle();
      expect(store.kept).toBeNull();
    }
    kept.remember({ ...IDLE, phase: "playing", request, deadline }, fadeSeconds, startedAt);
    await settle();
    expect(store.kept).toEqual(night(null));
    kept.forget();
    await settle();
    expect(store.kept).toBeNull();
  });

  test("that cannot be kept, read or forgotten does no harm", async () => {
    const { record: kept } = record(null, new Error("the store's code did not come"));
    const { request, deadline, fadeSeconds, startedAt } = night(null);
    kept.remember({ ...IDLE, phase: "playing", request, deadline }, fadeSeconds, startedAt);
    kept.forget();
    await settle();
    expect(await kept.unfinished()).toBeNull();
  });
});
