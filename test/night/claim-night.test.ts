import { expect, test } from "vitest";
import { claimNight, nightIsTaken } from "../../src/night/claim-night.ts";

/** One lock for all who ask, as a browser has it. */
function browserLocks() {
  let taken = false;
  const request = async (_name: string, _options: LockOptions, use: (lock: Lock | null) => unknown) => {
    if (taken) return use(null);
    taken = true;
    await use({ name: "night", mode: "exclusive" });
    // As in browsers: not at once.
    await new Promise((resolve) => setTimeout(resolve, 5));
    taken = false;
  };
  const query = async () => ({ held: taken ? [{ name: "night", mode: "exclusive" }] : [], pending: [] });
  return { request, query } as unknown as LockManager;
}

test("the night is one tab's, until it is given back", async () => {
  const locks = browserLocks();
  const giveBack = await claimNight(locks);
  expect(giveBack).not.toBeNull();
  expect(await claimNight(locks)).toBeNull();
  giveBack?.();
  expect(await claimNight(locks)).not.toBeNull();
});

test("the night is free where the browser has no locks, and where it refuses them", async () => {
  const refused = { request: () => Promise.reject(new DOMException("no", "SecurityError")) };
  for (const locks of [undefined, refused as unknown as LockManager]) {
    const giveBack = await claimNight(locks);
    expect(giveBack).not.toBeNull();
    giveBack?.();
  }
});

test("whether a tab has the night is told while it has it", async () => {
  const locks = browserLocks();
  expect(await nightIsTaken(locks)).toBe(false);
  const giveBack = await claimNight(locks);
  expect(await nightIsTaken(locks)).toBe(true);
  giveBack?.();
  await new Promise((resolve) => setTimeout(resolve));
  await expect.poll(() => nightIsTaken(locks)).toBe(false);
});

test("where the browser cannot tell, no tab has the night", async () => {
  const refused = { query: () => Promise.reject(new DOMException("no", "SecurityError")) };
  for (const locks of [undefined, refused]) expect(await nightIsTaken(locks)).toBe(false);
});
