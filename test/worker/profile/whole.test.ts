import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { json, Person, problemOf, routine } from "./person.ts";

afterEach(() => {
  vi.useRealTimers();
});

const ERASE = { method: "DELETE", headers: { "luwte-confirm": "erase" } };
const SETTINGS = { version: 1, changedAt: 1, settings: { language: "nl", haptics: true } };

async function exportOf(person: Person): Promise<Record<string, unknown>> {
  const answer = await person.ask("/api/export");
  expect(answer.status).toBe(200);
  return answer.json();
}

const importInto = (person: Person, body: unknown) => person.ask("/api/import", json(body));

function objectOf(person: Person) {
  return env.PROFILE.get(env.PROFILE.idFromString(person.profileId));
}

describe("everything in one file", () => {
  it("holds all documents and devices and no key, and is a download", async () => {
    const person = await Person.create("Phone");
    await person.makeRoutine();
    await person.put("settings", SETTINGS, { "if-none-match": "*" });
    const answer = await person.ask("/api/export");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="luwte-export.json"');
    const text = await answer.text();
    expect(text).not.toContain(person.secret);
    expect(JSON.parse(text)).toEqual({
      format: "luwte-export",
      version: 1,
      exportedAt: expect.any(Number),
      documents: { routine: { ...routine(), revision: 1 }, settings: { ...SETTINGS, revision: 1 } },
      devices: [person.device],
    });
  });

  it("makes the same person elsewhere", async () => {
    const [from, to] = [await Person.create(), await Person.create()];
    await from.makeRoutine({ guideGainDb: -5 });
    await from.put("settings", SETTINGS, { "if-none-match": "*" });
    const answer = await importInto(to, await exportOf(from));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ documents: { routine: 1, settings: 1 } });
    expect((await exportOf(to))["documents"]).toEqual((await exportOf(from))["documents"]);
  });

  it("replaces only what it names by its present revision, and all or nothing", async () => {
    const [from, to] = [await Person.create(), await Person.create()];
    await from.makeRoutine({ guideGainDb: -5 });
    await from.put("settings", SETTINGS, { "if-none-match": "*" });
    await to.makeRoutine();
    const file = await exportOf(from);
    for (const over of [undefined, {}, { routine: 2 }, { routine: 1, settings: 1 }]) {
      const refused = await importInto(to, { ...file, ...(over && { over }) });
      expect(refused.status).toBe(412);
      expect(await problemOf(refused)).toMatchObject({
        code: "revision-mismatch",
        documents: { routine: { ...routine(), revision: 1 } },
      });
      expect((await to.ask("/api/documents/settings")).status).toBe(404);
    }
    const answer = await importInto(to, { ...file, over: { routine: 1 } });
    expect(await answer.json()).toEqual({ documents: { routine: 2, settings: 1 } });
  });

  it("says where it does not fit, and which version it is too new for", async () => {
    const person = await Person.create();
    const file = { format: "luwte-export", version: 1, documents: { routine: routine() } };
    const cases: [unknown, string, string][] = [
      [
        { ...file, documents: { routine: routine({ haptics: 1 }) } },
        "body-invalid",
        "/documents/routine/routine",
      ],
      [
        { ...file, documents: { routine: { ...routine(), version: 2 } } },
        "document-too-new",
        "/documents/routine/version",
      ],
      [{ ...file, documents: { diary: {} } }, "body-invalid", "/documents"],
      [{ ...file, format: "other" }, "body-invalid", "/format"],
      [{ ...file, over: { routine: "1" } }, "body-invalid", "/over/routine"],
    ];
    for (const [body, code, pointer] of cases) {
      const answer = await importInto(person, body);
      expect(answer.status).toBe(422);
      expect(await problemOf(answer)).toMatchObject({ code, pointer });
    }
    expect(await (await person.ask("/api/documents")).json()).toEqual({ documents: {} });
  });
});

describe("erasing everything", () => {
  it("needs its confirmation, and a key", async () => {
    const person = await Person.create();
    for (const headers of [{}, { "luwte-confirm": "yes" }] as Record<string, string>[]) {
      const answer = await person.ask("/api/profile", { method: "DELETE", headers });
      expect(await problemOf(answer)).toMatchObject({ status: 400, code: "confirmation-missing" });
    }
    expect((await person.ask("/api/documents")).status).toBe(200);
  });

  it("is final: every key is refused, nothing is left, and no alarm", async () => {
    const person = await Person.create();
    await person.makeRoutine();
    const sheet = await Person.admitted(await person.ask("/api/recovery", { method: "POST" }));
    expect((await person.ask("/api/profile", ERASE)).status).toBe(204);
    for (const key of [person, sheet]) {
      expect((await key.ask("/api/documents")).status).toBe(401);
      expect((await key.ask("/api/profile", ERASE)).status).toBe(401);
    }
    const left = await runInDurableObject(objectOf(person), async (_, { storage }) => ({
      tables: storage.sql.exec("SELECT name FROM sqlite_master").toArray(),
      alarm: await storage.getAlarm(),
    }));
    expect(left).toEqual({ tables: [], alarm: null });
  });
});

describe("a profile that nobody uses after its first minute", () => {
  const DAY_MS = 86_400_000;

  async function alarmOf(person: Person): Promise<number | null> {
    return runInDurableObject(objectOf(person), (_, { storage }) => storage.getAlarm());
  }

  it("erases itself after a week, whatever was in it", async () => {
    const person = await Person.create();
    await person.makeRoutine();
    const alarm = await alarmOf(person);
    expect(alarm).toBe(person.device.createdAt + 7 * DAY_MS);
    await runDurableObjectAlarm(objectOf(person));
    expect((await person.ask("/api/documents")).status).toBe(401);
  });

  it("is kept once it was used after that minute", async () => {
    const person = await Person.create();
    vi.useFakeTimers({ toFake: ["Date"], now: person.device.createdAt + 59_999 });
    await person.ask("/api/documents");
    expect(await alarmOf(person)).not.toBeNull();
    vi.setSystemTime(person.device.createdAt + 60_000);
    await person.ask("/api/documents");
    expect(await alarmOf(person)).toBeNull();
  });

  it("is kept for a second device or a recovery sheet", async () => {
    const person = await Person.create();
    await person.ask("/api/recovery", { method: "POST" });
    expect(await alarmOf(person)).toBeNull();
  });
});
