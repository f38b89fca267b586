import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { newSecret, parseBearer } from "../../../worker/profile/key.ts";
import { ask, json, Person, problemOf } from "./person.ts";

describe("a key", () => {
  it("that is wrong in whatever way gets one and the same answer", async () => {
    const person = await Person.create();
    const { profileId, secret } = person;
    const minted = env.PROFILE.newUniqueId().toString();
    const wrong: (string | undefined)[] = [
      undefined,
      "",
      "Bearer",
      "Bearer x",
      `Basic ${profileId}.${secret}`,
      `Bearer ${profileId}`,
      `Bearer ${profileId}.${newSecret()}`,
      `Bearer ${profileId}.${secret}x`,
      `Bearer ${minted}.${secret}`,
      `Bearer ${"0".repeat(64)}.${secret}`,
      `Bearer ${profileId.replace(/^./, (first) => (first === "a" ? "b" : "a"))}.${secret}`,
      `Bearer ${profileId.toUpperCase()}.${secret}`,
    ];
    const answers = new Set<string>();
    for (const authorization of wrong) {
      const answer = await ask(
        "/api/documents",
        authorization === undefined ? {} : { headers: { authorization } },
      );
      answers.add(JSON.stringify([answer.status, [...answer.headers].sort(), await answer.text()]));
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain("key-refused");
    expect((await person.ask("/api/documents")).status).toBe(200);
  });

  it("is asked for at every address of a person", async () => {
    for (const [method, path] of [
      ["DELETE", "/api/profile"],
      ["GET", "/api/documents"],
      ["GET", "/api/documents/routine"],
      ["PUT", "/api/documents/routine"],
      ["GET", "/api/devices"],
      ["POST", "/api/devices"],
      ["PATCH", "/api/devices/0123456789abcdef"],
      ["DELETE", "/api/devices/0123456789abcdef"],
      ["POST", "/api/recovery"],
      ["POST", "/api/pairing"],
      ["DELETE", "/api/pairing"],
      ["GET", "/api/export"],
      ["POST", "/api/import"],
      ["POST", "/api/changes/tickets"],
    ] as const) {
      const answer = await ask(path, {
        method,
        headers: { authorization: `Bearer ${"0".repeat(64)}.${newSecret()}` },
      });
      expect([method, path, answer.status]).toEqual([method, path, 401]);
      expect(await problemOf(answer)).toMatchObject({ code: "key-refused" });
    }
  });

  it("is kept as its hash alone", async () => {
    const person = await Person.create();
    const stub = env.PROFILE.get(env.PROFILE.idFromString(person.profileId));
    const rows = await runInDurableObject(stub, (_, { storage }) =>
      storage.sql.exec<{ key_hash: ArrayBuffer }>("SELECT key_hash FROM device").toArray(),
    );
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(person.secret));
    expect(rows.map(({ key_hash }) => [...new Uint8Array(key_hash)])).toEqual([[...new Uint8Array(hash)]]);
  });

  it("stands in no log, whatever is asked", async () => {
    const written: string[] = [];
    for (const method of ["log", "info", "warn", "error", "debug"] as const) {
      vi.spyOn(console, method).mockImplementation((...words) => void written.push(words.join(" ")));
    }
    const person = await Person.create();
    await person.ask("/api/documents");
    await person.ask("/api/nothing");
    await ask(`/api/documents?${person.secret}`);
    vi.restoreAllMocks();
    expect(written.join("\n")).not.toContain(person.secret);
  });

  it("has 256 bits, each time others", () => {
    const secrets = new Set(Array.from({ length: 200 }, newSecret));
    expect(secrets.size).toBe(200);
    for (const secret of secrets) expect(secret).toMatch(/^[\w-]{43}$/);
  });

  it("is read from the header in one form", () => {
    const secret = newSecret();
    const profileId = "ab".repeat(32);
    expect(parseBearer(`bearer ${profileId}.${secret}`)).toEqual({ profileId, secret });
    expect(parseBearer(` Bearer ${profileId}.${secret}`)).toBeNull();
    expect(parseBearer(`Bearer ${profileId}.${secret} `)).toBeNull();
  });
});

describe("making a profile", () => {
  it("is capped per address", async () => {
    const address = "192.0.2.77";
    const make = () => ask("/api/profiles", json({ deviceName: "Phone" }), address);
    const statuses = [];
    for (let count = 0; count < 31; count++) statuses.push((await make()).status);
    expect(statuses).toEqual([...Array(30).fill(201), 429]);
    const answer = await make();
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(3000);
    expect(await problemOf(answer)).toMatchObject({ code: "too-many-requests" });
    expect((await ask("/api/profiles", json({ deviceName: "Phone" }))).status).toBe(201);
  });

  it("asks for a device's name that can be shown", async () => {
    for (const deviceName of ["", "   ", "x".repeat(61), "a\u0007b", 7, null]) {
      const answer = await ask("/api/profiles", json({ deviceName }));
      expect(answer.status).toBe(422);
      expect(await problemOf(answer)).toMatchObject({ pointer: "/deviceName" });
    }
    const person = await Person.create("  Sams télé  ");
    expect(person.device).toMatchObject({ name: "Sams télé", kind: "device" });
  });
});
