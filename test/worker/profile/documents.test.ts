import { describe, expect, it } from "vitest";
import { Person, problemOf, routine } from "./person.ts";

describe("a person's documents", () => {
  it("are made once, read, and changed by who has read them", async () => {
    const person = await Person.create();
    expect(await problemOf(await person.ask("/api/documents/routine"))).toMatchObject({
      status: 404,
      code: "document-not-found",
    });
    const made = await person.put("routine", routine(), { "if-none-match": "*" });
    expect(made.status).toBe(201);
    expect(made.headers.get("etag")).toBe('"1"');
    expect(await made.json()).toEqual({ ...routine(), revision: 1 });

    const read = await person.ask("/api/documents/routine");
    expect(read.status).toBe(200);
    expect(read.headers.get("etag")).toBe('"1"');
    expect(read.headers.get("cache-control")).toBe("no-store");
    const document = await read.json<Record<string, unknown>>();
    expect(document).toEqual({ ...routine(), revision: 1 });

    const changed = { ...document, changedAt: 2000 };
    const put = await person.put("routine", changed, { "if-match": '"1"' });
    expect(put.status).toBe(200);
    expect(await put.json()).toEqual({ ...changed, revision: 2 });
  });
});
