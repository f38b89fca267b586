import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { DOCUMENTS, type Loose } from "../../../src/session/documents/documents.ts";
import { Documents } from "../../../worker/profile/documents.ts";
import { MIGRATIONS, makeTables, openTables } from "../../../worker/profile/tables.ts";
import { Person, problemOf, routine } from "./person.ts";

function objectOf(person: Person) {
  return env.PROFILE.get(env.PROFILE.idFromString(person.profileId));
}

/** Within an object that nobody was given. */
function within<Result>(act: (storage: DurableObjectStorage) => Result): Promise<Result> {
  return runInDurableObject(env.PROFILE.get(env.PROFILE.newUniqueId()), (_, { storage }) => act(storage));
}

/** A kind two versions on: 2 renames an entry, 3 adds one. */
const LATER = {
  ...DOCUMENTS,
  routine: {
    version: 3,
    migrations: [
      ({ changedAt, ...rest }: Loose): Loose => ({ ...rest, version: 2, changed: changedAt }),
      (document: Loose): Loose => ({ ...document, version: 3, bedtime: null }),
    ],
  },
};

describe("a document of an earlier version", () => {
  it("is brought to this one when it is first read, from each version that there was, as a write", async () => {
    const read = await within((storage) => {
      makeTables(storage);
      const { sql } = storage;
      return [1, 2, 3].map((version) => {
        sql.exec("DELETE FROM doc");
        const body = { revision: 4, version, [version === 1 ? "changedAt" : "changed"]: 7, aside: [] };
        sql.exec("INSERT INTO doc VALUES ('routine', 4, ?, ?)", version, JSON.stringify(body));
        const first = new Documents(sql, LATER).read("routine");
        return [first, new Documents(sql, LATER).read("routine")].map((found) =>
          found === null || found === "too-new" ? found : { ...found, body: JSON.parse(found.body) },
        );
      });
    });
    const migrated = { revision: 5, version: 3, changed: 7, aside: [], bedtime: null };
    for (const [first, second] of read.slice(0, 2)) {
      expect(first).toEqual({ revision: 5, body: migrated });
      expect(second).toEqual(first);
    }
    expect(read[2]?.[0]).toMatchObject({ revision: 4, body: { revision: 4, version: 3 } });
  });

  it("counts as changed for a device that knew it before", async () => {
    const written = await within((storage) => {
      makeTables(storage);
      const content = JSON.stringify({ version: 1, changedAt: 7 });
      new Documents(storage.sql).write("routine", { tags: null, absent: true }, content);
      return ["1", "2"].map((tag) =>
        new Documents(storage.sql, LATER).write("routine", { tags: [tag], absent: false }, '{"version":3}'),
      );
    });
    expect(written).toMatchObject([
      { current: { revision: 2 } },
      { stored: { revision: 3 }, created: false },
    ]);
  });
});

describe("what newer code has kept", () => {
  it("is neither read nor replaced, and said so, one document apart from the others", async () => {
    const person = await Person.create();
    await person.makeRoutine();
    await runInDurableObject(objectOf(person), (_, { storage }) => {
      storage.sql.exec("UPDATE doc SET version = 99");
    });
    await evictDurableObject(objectOf(person));
    for (const answer of [
      await person.ask("/api/documents/routine"),
      await person.put("routine", routine(), { "if-match": '"1"' }),
      await person.ask("/api/documents"),
      await person.ask("/api/export"),
    ]) {
      expect(await problemOf(answer)).toMatchObject({ status: 409, code: "stored-too-new" });
    }
    expect((await person.ask("/api/documents/mixes")).status).toBe(404);
  });

  it("holds for an object's own tables, which are left as they are", async () => {
    const person = await Person.create();
    await person.makeRoutine();
    const stub = objectOf(person);
    await runInDurableObject(
      stub,
      (_, { storage }) => void storage.sql.exec("UPDATE migration SET version = 99"),
    );
    await evictDurableObject(stub);
    expect(await problemOf(await person.ask("/api/documents"))).toMatchObject({ code: "stored-too-new" });
  });
});

describe("an object's tables", () => {
  it("are brought on step by step, keeping what is in them", async () => {
    const later = [...MIGRATIONS, "ALTER TABLE device ADD COLUMN colour TEXT", "CREATE TABLE room (id TEXT)"];
    const outcome = await within((storage) => {
      makeTables(storage);
      storage.sql.exec("INSERT INTO device VALUES ('a', x'00', 'device', 'Phone', 1, 1)");
      const states = [
        openTables(storage, later),
        openTables(storage, later),
        openTables(storage, MIGRATIONS),
      ];
      return { states, rows: storage.sql.exec("SELECT id, colour FROM device").toArray() };
    });
    expect(outcome).toEqual({ states: ["ready", "ready", "too-new"], rows: [{ id: "a", colour: null }] });
  });

  it("are not made by asking", async () => {
    const tables = await within((storage) => {
      expect(openTables(storage)).toBe("none");
      return storage.sql.exec("SELECT name FROM sqlite_master").toArray();
    });
    expect(tables).toEqual([]);
  });
});
