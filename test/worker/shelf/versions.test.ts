import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { createApp } from "../../../worker/app.ts";
import { prepareTables, SHELF_TOO_NEW, STEPS } from "../../../worker/shelf/tables.ts";
import { codeOf } from "./sharing.ts";

/** A shelf that nobody shares on. */
const shelf = (name: string) => env.SHELF.get(env.SHELF.idFromName(name));

it("a shelf's tables are brought on step by step, keeping what is on it", async () => {
  const later = [...STEPS, "ALTER TABLE report ADD COLUMN language TEXT", "CREATE TABLE room (id TEXT)"];
  const rows = await runInDurableObject(shelf("later"), (_, { storage }) => {
    storage.sql.exec("INSERT INTO report VALUES ('a', 'b', 'other', NULL, 1)");
    prepareTables(storage, later);
    prepareTables(storage, later);
    expect(() => prepareTables(storage)).toThrow(SHELF_TOO_NEW);
    return storage.sql.exec("SELECT item, language FROM report").toArray();
  });
  expect(rows).toEqual([{ item: "a", language: null }]);
});

it("what newer code has put on a shelf is left as it is, and said so", async () => {
  const stub = shelf("too new");
  await runInDurableObject(
    stub,
    (_, { storage }) => void storage.sql.exec("UPDATE version SET version = 99"),
  );
  await evictDurableObject(stub);
  const app = createApp();
  const id = "A".repeat(22);
  // Every shelf is that one.
  const SHELF = { idFromName: () => stub.id, get: () => stub };
  for (const [method, path] of [
    ["GET", `/api/shared/${id}`],
    ["DELETE", `/api/shared/${id}`],
  ] as const) {
    const headers = { authorization: `Bearer ${"k".repeat(40)}` };
    const answer = await app.request(path, { method, headers }, { ...env, SHELF });
    expect(answer.status).toBe(409);
    expect(await codeOf(answer)).toBe("stored-too-new");
  }
});
