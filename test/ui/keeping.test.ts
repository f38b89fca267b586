import { afterEach, expect, it, vi } from "vitest";
import { DEFAULT_ROUTINE } from "../../src/store/routine.ts";
import { openStore } from "../../src/store/store.ts";

// The real IndexedDB of Chromium; test/store has what happens without one.

let count = 0;
const freshName = () => `keeping-${Date.now()}-${count++}`;

afterEach(() => vi.restoreAllMocks());

it("still has the routine after the page was closed", async () => {
  const name = freshName();
  await openStore(() => undefined, name).saveRoutine({ ...DEFAULT_ROUTINE, session: "night-sea" });
  const read = await openStore(() => undefined, name).readRoutine();
  expect(read).toEqual({ routine: { ...DEFAULT_ROUTINE, session: "night-sea" }, damaged: [] });
});

it("keeps until the page closes where the disk is full, and says so once", async () => {
  const told: string[] = [];
  const store = openStore((trouble) => told.push(trouble), freshName());
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  });
  await store.saveRoutine({ ...DEFAULT_ROUTINE, session: "night-sea" });
  await store.saveRoutine({ ...DEFAULT_ROUTINE, session: "brown-blanket" });
  expect(told).toEqual(["full"]);
  expect((await store.readRoutine()).routine.session).toBe("brown-blanket");
});

it("writes again when there is room again", async () => {
  const name = freshName();
  const store = openStore(() => undefined, name);
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  });
  await store.saveRoutine({ ...DEFAULT_ROUTINE, session: "night-sea" });
  put.mockRestore();
  await store.saveRoutine({ ...DEFAULT_ROUTINE, session: "brown-blanket" });
  expect((await openStore(() => undefined, name).readRoutine()).routine.session).toBe("brown-blanket");
});

it("goes on without it where the browser refuses to open the database", async () => {
  const told: string[] = [];
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  });
  const store = openStore((trouble) => told.push(trouble), freshName());
  expect((await store.readRoutine()).damaged).toEqual([]);
  await store.saveRoutine({ ...DEFAULT_ROUTINE, haptics: true });
  expect((await store.readRoutine()).routine.haptics).toBe(true);
  expect(told).toEqual(["closed"]);
});
