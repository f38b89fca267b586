import { expect, it } from "vitest";
import { openKeep } from "../../src/store/keep.ts";
import { DEFAULT_ROUTINE } from "../../src/store/routine.ts";
import { openStore } from "../../src/store/store.ts";

// Node has no IndexedDB: here it stands for a browser that keeps nothing. Chromium's real one is in test/ui/keeping.

it("keeps until the page closes where the browser keeps nothing, and says so once", async () => {
  const told: string[] = [];
  const keep = openKeep((trouble) => told.push(trouble));
  expect(await keep.get("a")).toBeUndefined();
  expect(told).toEqual([]);
  await keep.put("a", { one: 1 });
  await keep.put("b", 2);
  expect(await keep.get("a")).toEqual({ one: 1 });
  await keep.remove("a");
  expect(await keep.get("a")).toBeUndefined();
  expect(await keep.get("b")).toBe(2);
  expect(told).toEqual(["closed"]);
});

it("still has the routine that was saved this evening", async () => {
  const store = openStore(() => undefined);
  await store.saveRoutine({ ...DEFAULT_ROUTINE, session: "night-sea" });
  expect((await store.readRoutine()).routine.session).toBe("night-sea");
  expect(await store.protect()).toBe(false);
});
