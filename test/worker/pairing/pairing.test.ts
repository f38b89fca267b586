import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pairingFor } from "../../../worker/pairing/objects.ts";
import { MAX_MISSES } from "../../../worker/pairing/pairing.ts";
import { hashOf } from "../../../worker/profile/key.ts";
import { ask, json, Person, problemOf, randomAddress } from "../profile/person.ts";

afterEach(() => {
  vi.useRealTimers();
});

async function codeOf(person: Person): Promise<{ code: string; expiresAt: number }> {
  const answer = await person.ask("/api/pairing", { method: "POST" });
  expect(answer.status).toBe(201);
  return answer.json();
}

const redeem = (code: string, address?: string) =>
  ask("/api/pairing/redeem", json({ code, deviceName: "Tablet" }), address);

async function expectRefused(answer: Response): Promise<void> {
  expect(answer.status).toBe(404);
  expect(await problemOf(answer)).toMatchObject({ code: "code-refused" });
}

describe("pairing", () => {
  it("lets another device in, once", async () => {
    const phone = await Person.create();
    await phone.makeRoutine();
    const { code, expiresAt } = await codeOf(phone);
    expect(code).toMatch(/^[2-9CDFGHJKMNPQRTVWXY]{4}-[2-9CDFGHJKMNPQRTVWXY]{4}$/);
    expect(expiresAt - Date.now()).toBeGreaterThan(590_000);

    const tablet = await Person.admitted(await redeem(code));
    expect(tablet.profileId).toBe(phone.profileId);
    expect(tablet.secret).not.toBe(phone.secret);
    expect((await tablet.ask("/api/documents/routine")).status).toBe(200);
    await expectRefused(await redeem(code));
  });

  it("lets one of two in that redeem at the same time", async () => {
    const { code } = await codeOf(await Person.create());
    const answers = await Promise.all([redeem(code), redeem(code), redeem(code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
  });

  it("reads a code as a hand types it", async () => {
    const phone = await Person.create();
    for (const typed of [
      (code: string) => code.toLowerCase(),
      (code: string) => code.replace("-", ""),
      (code: string) => ` ${[...code].join(" ")} `,
      (code: string) => code.replace("-", "–").replaceAll("5", "s").replaceAll("8", "B").replaceAll("2", "z"),
    ]) {
      const { code } = await codeOf(phone);
      expect((await redeem(typed(code))).status).toBe(201);
    }
  });

  it("ends after ten minutes", async () => {
    const phone = await Person.create();
    const { code, expiresAt } = await codeOf(phone);
    vi.useFakeTimers({ toFake: ["Date"], now: expiresAt });
    await expectRefused(await redeem(code));
  });

  it("ends with a new code, or when it is called off", async () => {
    const phone = await Person.create();
    const first = await codeOf(phone);
    const second = await codeOf(phone);
    await expectRefused(await redeem(first.code));
    expect((await phone.ask("/api/pairing", { method: "DELETE" })).status).toBe(204);
    await expectRefused(await redeem(second.code));
  });

  it("ends with the profile", async () => {
    const phone = await Person.create();
    const { code } = await codeOf(phone);
    await phone.ask("/api/profile", { method: "DELETE", headers: { "luwte-confirm": "erase" } });
    await expectRefused(await redeem(code));
  });

  it("refuses a wrong code and what is no code alike, and repeats neither", async () => {
    for (const code of ["2222-2222", "", "zqx-marker", "AAAAAAAA", "2222-22222"]) {
      const answer = await redeem(code);
      if (code !== "") expect(await answer.clone().text()).not.toContain(code);
      await expectRefused(answer);
    }
  });

  it("lets an address try ten times in ten minutes", async () => {
    const address = randomAddress();
    const { code } = await codeOf(await Person.create());
    for (let tries = 0; tries < 10; tries++) await expectRefused(await redeem("2222-2222", address));
    const answer = await redeem(code, address);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(500);
    expect((await redeem(code)).status).toBe(201);
  });

  it("makes ten codes in ten minutes for a profile at most", async () => {
    const phone = await Person.create();
    for (let count = 0; count < 10; count++) await codeOf(phone);
    expect((await phone.ask("/api/pairing", { method: "POST" })).status).toBe(429);
  });
});

describe("an object that knows codes", () => {
  it("takes no more guesses after too many, right or wrong, until their time is over", async () => {
    const codeHash = await hashOf(crypto.randomUUID());
    const pairing = pairingFor(env, codeHash);
    const wrong = await hashOf("wrong");
    const now = Date.now();
    await pairing.offer(codeHash, "profile", now + 3_600_000);
    await runInDurableObject(pairing, (object, { storage }) => {
      storage.sql.exec("DELETE FROM miss");
      for (let count = 0; count < MAX_MISSES; count++) expect(object.take(wrong)).toBeNull();
    });
    expect(await pairing.take(codeHash)).toMatchObject({ retryAfter: expect.any(Number) });
    vi.useFakeTimers({ toFake: ["Date"], now: now + 610_000 });
    expect(await pairing.take(codeHash)).toEqual({ profileId: "profile" });
    await runInDurableObject(pairing, (_, { storage }) => void storage.sql.exec("DELETE FROM miss"));
  });

  it("forgets codes by itself when their time is over", async () => {
    const codeHash = await hashOf(crypto.randomUUID());
    const pairing = pairingFor(env, codeHash);
    await pairing.offer(codeHash, "profile", Date.now() - 1);
    await runDurableObjectAlarm(pairing);
    const left = await runInDurableObject(pairing, (_, { storage }) =>
      storage.sql.exec("SELECT 1 FROM code WHERE hash = ?", codeHash).toArray(),
    );
    expect(left).toEqual([]);
  });
});
