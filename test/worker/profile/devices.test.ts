import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Device } from "../../../src/session/documents/bodies.ts";
import { json, Person, problemOf } from "./person.ts";

afterEach(() => {
  vi.useRealTimers();
});

async function devicesOf(person: Person): Promise<{ devices: Device[]; current: string }> {
  return (await person.ask("/api/devices")).json();
}

async function another(person: Person, deviceName: string): Promise<Person> {
  return Person.admitted(await person.ask("/api/devices", json({ deviceName })));
}

describe("devices", () => {
  it("are listed with who asks, without their keys", async () => {
    const phone = await Person.create("Phone");
    const tablet = await another(phone, "Tablet");
    const answer = await phone.ask("/api/devices");
    const text = await answer.text();
    expect(text).not.toContain(phone.secret);
    const { devices, current } = JSON.parse(text);
    expect(devices.map(({ name }: Device) => name).sort()).toEqual(["Phone", "Tablet"]);
    expect(current).toBe(phone.device.id);
    expect((await devicesOf(tablet)).current).toBe(tablet.device.id);
  });

  it("see the same documents", async () => {
    const phone = await Person.create();
    await phone.makeRoutine();
    const tablet = await another(phone, "Tablet");
    expect((await tablet.ask("/api/documents/routine")).status).toBe(200);
  });

  it("get another name", async () => {
    const phone = await Person.create("Phone");
    const path = `/api/devices/${phone.device.id}`;
    const renamed = await phone.ask(path, json({ name: "Keuken" }, "PATCH"));
    expect(await renamed.json()).toMatchObject({ id: phone.device.id, name: "Keuken" });
    expect((await devicesOf(phone)).devices).toMatchObject([{ name: "Keuken" }]);
    const unknown = await phone.ask("/api/devices/ffffffffffffffff", json({ name: "X" }, "PATCH"));
    expect(await problemOf(unknown)).toMatchObject({ status: 404, code: "device-not-found" });
  });

  it("that are revoked are refused at once, the others not", async () => {
    const phone = await Person.create();
    const lost = await another(phone, "Lost");
    expect((await phone.ask(`/api/devices/${lost.device.id}`, { method: "DELETE" })).status).toBe(204);
    expect((await lost.ask("/api/documents")).status).toBe(401);
    expect((await phone.ask("/api/documents")).status).toBe(200);
    const again = await phone.ask(`/api/devices/${lost.device.id}`, { method: "DELETE" });
    expect(await problemOf(again)).toMatchObject({ code: "device-not-found" });
  });

  it("may revoke themselves, but the last key is kept: without it nobody could even erase", async () => {
    const phone = await Person.create();
    const path = `/api/devices/${phone.device.id}`;
    const alone = await phone.ask(path, { method: "DELETE" });
    expect(await problemOf(alone)).toMatchObject({ status: 409, code: "last-device" });
    const tablet = await another(phone, "Tablet");
    expect((await phone.ask(path, { method: "DELETE" })).status).toBe(204);
    expect((await phone.ask("/api/documents")).status).toBe(401);
    expect((await tablet.ask("/api/documents")).status).toBe(200);
  });

  it("belong to one person: nobody revokes another's", async () => {
    const [one, other] = [await Person.create(), await Person.create()];
    const answer = await one.ask(`/api/devices/${other.device.id}`, { method: "DELETE" });
    expect(answer.status).toBe(404);
    expect((await other.ask("/api/documents")).status).toBe(200);
  });

  it("are twenty at most", async () => {
    const phone = await Person.create();
    for (let count = 1; count < 20; count++) await another(phone, `Device ${count}`);
    const answer = await phone.ask("/api/devices", json({ deviceName: "One more" }));
    expect(answer.status).toBe(409);
    expect(await problemOf(answer)).toMatchObject({ code: "too-many-devices" });
  });

  it("were last seen to the hour", async () => {
    const phone = await Person.create();
    vi.useFakeTimers({ toFake: ["Date"], now: phone.device.lastSeenAt + 3_599_000 });
    const before = await devicesOf(phone);
    expect(before.devices[0]?.lastSeenAt).toBe(phone.device.lastSeenAt);
    vi.setSystemTime(phone.device.lastSeenAt + 3_600_000);
    await phone.ask("/api/documents");
    expect((await devicesOf(phone)).devices[0]?.lastSeenAt).toBe(phone.device.lastSeenAt + 3_600_000);
  });
});

describe("the recovery sheet", () => {
  it("lets a new device in when all others are lost", async () => {
    const phone = await Person.create();
    await phone.makeRoutine();
    const sheet = await Person.admitted(await phone.ask("/api/recovery", { method: "POST" }));
    expect(sheet.device.kind).toBe("recovery");
    const found = await another(sheet, "New phone");
    expect((await found.ask("/api/documents/routine")).status).toBe(200);
    expect(found.device.kind).toBe("device");
  });

  it("is one: a new one makes the old one worthless", async () => {
    const phone = await Person.create();
    const old = await Person.admitted(await phone.ask("/api/recovery", { method: "POST" }));
    const sheet = await Person.admitted(await phone.ask("/api/recovery", { method: "POST" }));
    expect((await old.ask("/api/documents")).status).toBe(401);
    expect((await sheet.ask("/api/documents")).status).toBe(200);
    expect((await devicesOf(phone)).devices).toHaveLength(2);
  });
});

describe("writes", () => {
  it("of one profile are capped, reads are not", async () => {
    const phone = await Person.create();
    const stub = env.PROFILE.get(env.PROFILE.idFromString(phone.profileId));
    const key = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(phone.secret));
    const outcomes = await runInDurableObject(stub, (profile) =>
      Array.from({ length: 241 }, () => profile.stopPairing(key)),
    );
    expect(outcomes.slice(0, 240)).toEqual(Array(240).fill({ stopped: true }));
    expect(outcomes[240]).toMatchObject({ refused: "too-many-requests" });
    const answer = await phone.ask("/api/pairing", { method: "POST" });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await phone.ask("/api/documents")).status).toBe(200);
  });
});
