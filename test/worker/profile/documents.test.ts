import { describe, expect, it } from "vitest";
import { DOCUMENTS } from "../../../src/session/documents/documents.ts";
import { json, Person, problemOf, routine } from "./person.ts";

const PATH = "/api/documents/routine";

describe("a person's documents", () => {
  it("are made once, read, and changed by who has read them", async () => {
    const person = await Person.create();
    expect(await problemOf(await person.ask(PATH))).toMatchObject({
      status: 404,
      code: "document-not-found",
    });
    const made = await person.put("routine", routine(), { "if-none-match": "*" });
    expect(made.status).toBe(201);
    expect(made.headers.get("etag")).toBe('"1"');
    expect(await made.json()).toEqual({ ...routine(), revision: 1 });

    const read = await person.ask(PATH);
    expect(read.status).toBe(200);
    expect(read.headers.get("etag")).toBe('"1"');
    expect(read.headers.get("cache-control")).toBe("no-store");
    const document = await read.json<Record<string, unknown>>();
    expect(document).toEqual({ ...routine(), revision: 1 });

    const changed = { ...document, changedAt: 2000 };
    const put = await person.put("routine", changed, { "if-match": '"1"' });
    expect(put.status).toBe(200);
    expect(await put.json()).toEqual({ ...changed, revision: 2 });
    expect(await (await person.ask("/api/documents")).json()).toEqual({ documents: { routine: 2 } });
  });

  it("take what each is for", async () => {
    const person = await Person.create();
    const mix = { name: "Zachte regen", levels: [{ layer: "rain", gainDb: -3 }], changedAt: 1 };
    const practised = { entry001: { session: "wind-down", at: 1_700_000_000_000, seconds: 600 } };
    const documents = {
      mixes: { version: 1, mixes: { "abcd-1234": mix } },
      path: { version: 1, steps: { recognise: 5 }, practised },
      settings: { version: 1, changedAt: 1, settings: { language: "nl", haptics: true } },
    };
    for (const [name, document] of Object.entries(documents)) {
      expect((await person.put(name, document, { "if-none-match": "*" })).status).toBe(201);
      const read = await person.ask(`/api/documents/${name}`);
      expect(await read.json()).toEqual({ ...document, revision: 1 });
    }
  });

  it("are not sent again to whoever has them, also when a proxy weakened the tag", async () => {
    const person = await Person.create();
    await person.makeRoutine();
    const list = (await person.ask("/api/documents")).headers.get("etag") ?? "";
    for (const [path, etag] of [
      [PATH, '"1"'],
      ["/api/documents", list],
    ] as const) {
      for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
        const answer = await person.ask(path, { headers: { "if-none-match": tag } });
        expect(answer.status).toBe(304);
        expect(answer.headers.get("etag")).toBe(etag);
        expect(await answer.text()).toBe("");
      }
    }
    await person.put("routine", routine(), { "if-match": '"1"' });
    for (const path of [PATH, "/api/documents"]) {
      const answer = await person.ask(path, { headers: { "if-none-match": `"1", ${list}` } });
      expect(answer.status).toBe(200);
    }
  });

  it("are one person's alone", async () => {
    const [one, other] = [await Person.create(), await Person.create()];
    await one.makeRoutine();
    expect((await other.ask(PATH)).status).toBe(404);
  });
});

describe("saving what another device has changed", () => {
  it("is refused with the document as it is now", async () => {
    const person = await Person.create();
    await person.makeRoutine();
    await person.put("routine", routine({ guideGainDb: -3 }), { "if-match": '"1"' });
    const kept = { ...routine({ guideGainDb: -3 }), revision: 2 };
    for (const condition of [{ "if-match": '"1"' }, { "if-match": "no tag" }, { "if-none-match": "*" }]) {
      const answer = await person.put("routine", routine({ guideGainDb: -9 }), condition);
      expect(answer.status).toBe(412);
      expect(answer.headers.get("etag")).toBe('"2"');
      expect(await problemOf(answer)).toMatchObject({ code: "revision-mismatch", document: kept });
    }
    expect(await (await person.ask(PATH)).json()).toEqual(kept);
  });

  it("of a document that is not there says so", async () => {
    const person = await Person.create();
    const answer = await person.put("routine", routine(), { "if-match": '"1"' });
    expect(answer.status).toBe(412);
    expect(await problemOf(answer)).toMatchObject({ code: "revision-mismatch", document: null });
  });

  it("works with a tag that a proxy has weakened, and with one of a list", async () => {
    const person = await Person.create();
    await person.makeRoutine();
    expect((await person.put("routine", routine(), { "if-match": 'W/"1"' })).status).toBe(200);
    expect((await person.put("routine", routine(), { "if-match": '"1", W/"2"' })).status).toBe(200);
    expect((await person.put("routine", routine(), { "if-match": 'W/"2"' })).status).toBe(412);
  });

  it("asks for a condition, and takes none that overwrites unseen", async () => {
    const person = await Person.create();
    await person.makeRoutine();
    for (const condition of [{}, { "if-match": "*" }, { "if-none-match": '"1"' }]) {
      const answer = await person.put("routine", routine(), condition as Record<string, string>);
      expect(answer.status).toBe(428);
      expect(await problemOf(answer)).toMatchObject({ code: "precondition-missing" });
    }
  });

  it("lets one of two at the same time through", async () => {
    const person = await Person.create();
    await person.makeRoutine();
    const answers = await Promise.all(
      [-1, -2, -3, -4].map((guideGainDb) =>
        person.put("routine", routine({ guideGainDb }), { "if-match": '"1"' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412]);
  });
});

describe("a document that does not fit", () => {
  const marker = "zqx-marker-9";

  it.each([
    ["an entry of a wrong kind", routine({ guideGainDb: marker }), "/routine/guideGainDb", "type"],
    ["a number out of range", routine({ guideGainDb: 90 }), "/routine/guideGainDb", "range"],
    ["a missing entry", { version: 1, changedAt: 1, aside: [] }, "/routine", "missing"],
    ["an entry too many", { ...routine(), [marker]: 1 }, "", "unexpected"],
    ["an entry too many within", routine({ [marker]: 1 }), "/routine", "unexpected"],
    ["a name of the wrong form", routine({ levels: { [`${marker}!`]: [] } }), "/routine/levels", "form"],
    ["no version", { ...routine(), version: undefined }, "/version", "missing"],
    ["a list", [marker], "", "not-a-document"],
  ])("%s: the place and the reason, never the value", async (_, document, pointer, code) => {
    const person = await Person.create();
    const answer = await person.put("routine", document as Record<string, unknown>, { "if-none-match": "*" });
    expect(answer.status).toBe(422);
    const text = await answer.clone().text();
    expect(text).not.toContain(marker);
    expect(await problemOf(answer)).toMatchObject({
      code: "body-invalid",
      pointer,
      issues: expect.arrayContaining([expect.objectContaining({ pointer, code })]),
    });
  });

  it("made by newer code is told apart", async () => {
    const person = await Person.create();
    const answer = await person.put("routine", { ...routine(), version: 99 }, { "if-none-match": "*" });
    expect(answer.status).toBe(422);
    expect(await problemOf(answer)).toMatchObject({ code: "document-too-new", pointer: "/version" });
  });

  it("is refused by its kind, its size and its name before it is looked at", async () => {
    const person = await Person.create();
    const headers = { "if-none-match": "*", "content-type": "application/json" };
    const put = (path: string, init: RequestInit) =>
      person.ask(path, { method: "PUT", headers, body: JSON.stringify(routine()), ...init });
    const large = " ".repeat(DOCUMENTS.routine.maxBytes) + JSON.stringify(routine());
    const cases: [Promise<Response>, number, string][] = [
      [put(PATH, { headers: { "if-none-match": "*" } }), 415, "not-json"],
      [put(PATH, { headers: { ...headers, "content-type": "text/plain" } }), 415, "not-json"],
      [put(PATH, { headers: { ...headers, "content-encoding": "gzip" } }), 415, "not-json"],
      [put(PATH, { body: `{"${marker}` }), 400, "body-not-json"],
      [put(PATH, { body: "" }), 400, "body-not-json"],
      [put(PATH, { body: large }), 413, "body-too-large"],
      [put("/api/documents/diary", {}), 404, "document-unknown"],
      [put("/api/documents/__proto__", {}), 404, "document-unknown"],
    ];
    for (const [answer, status, code] of cases) {
      expect((await answer).status).toBe(status);
      expect(await problemOf(await answer)).toMatchObject({ code });
    }
    expect((await person.ask(PATH)).status).toBe(404);
  });

  it("answers other methods with those there are", async () => {
    const person = await Person.create();
    const answer = await person.ask(PATH, json({}));
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, PUT");
  });
});
