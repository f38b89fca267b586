import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it, vi } from "vitest";
import { canonicalShared, sharedId } from "../../../src/session/shared.ts";
import { ask, codeOf, send, share, shelfWith, someMix, someScript, withdraw } from "./sharing.ts";

const DAY_MS = 24 * 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

describe("sharing a mix", () => {
  it("puts it under the hash of its content, where everybody can read it for five minutes at a time", async () => {
    const mix = {
      ...someMix(),
      layers: [{ layer: "rain", gainDb: -3.25, params: { surface: 1, intensity: 0.5 } }],
    };
    const { answer, published } = await share(mix);
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe(published.url);
    expect(published.id).toBe(await sharedId(canonicalShared(mix)));

    const read = await ask(published.url);
    expect(read.status).toBe(200);
    expect(read.headers.get("cache-control")).toBe("public, max-age=300");
    expect(read.headers.get("etag")).toBe(`"${published.id}"`);
    const text = await read.text();
    expect(JSON.parse(text)).toEqual(mix);
    expect(await sharedId(text)).toBe(published.id);
    expect((await ask(published.url, { headers: { "if-none-match": `W/"${published.id}"` } })).status).toBe(
      304,
    );
    expect(await (await ask(published.url, { method: "HEAD" })).text()).toBe("");
  });

  it("is the same share when an answer was lost and it is sent again, its keys in any order", async () => {
    const { version, kind, layers } = someMix();
    const first = await share({ version, kind, layers }, { key: "mine", lifetime: "1-day" });
    const again = await share({ layers, kind, version }, { key: "mine", lifetime: "until-withdrawn" });
    expect([first.answer.status, again.answer.status]).toEqual([201, 200]);
    expect(again.published).toEqual({ ...first.published, until: null });
  });

  it.each([
    [
      "a layer that does not exist",
      { layers: [{ layer: "trumpet", gainDb: 0 }] },
      "/document/layers/0/layer",
    ],
    ["a layer too loud", { layers: [{ layer: "rain", gainDb: 6.1 }] }, "/document/layers/0/gainDb"],
    [
      "a parameter beyond its range",
      { layers: [{ layer: "rain", gainDb: 0, params: { intensity: 1.01 } }] },
      "/document/layers/0/params/intensity",
    ],
    [
      "a choice between two choices",
      { layers: [{ layer: "rain", gainDb: 0, params: { surface: 0.5 } }] },
      "/document/layers/0/params/surface",
    ],
    [
      "a parameter that is nobody's, named by whoever sent it",
      { layers: [{ layer: "rain", gainDb: 0, params: { zqxMarker: 1 } }] },
      "/document/layers/0/params",
    ],
    [
      "the breath, which no hand sets",
      { layers: [{ layer: "ocean", gainDb: 0, params: { swell: 1 } }] },
      "/document/layers/0/params",
    ],
    ["one layer twice", { layers: Array(2).fill({ layer: "rain", gainDb: 0 }) }, "/document/layers"],
    ["no layer", { layers: [] }, "/document/layers"],
    ["words", { title: "zqxMarker" }, "/document"],
  ])("refuses %s", async (_, part, pointer) => {
    const { answer } = await share({ ...someMix(), ...part });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: "body-invalid", pointer, issues: [{ pointer }] });
    expect(text).not.toContain("zqxMarker");
  });

  it("says that a document of tomorrow is too new", async () => {
    const { answer } = await share({ ...someMix(), version: 2, more: true });
    expect([answer.status, await codeOf(answer)]).toEqual([422, "document-too-new"]);
  });

  it("reads only what still fits on its way out", async () => {
    const { published } = await share(someMix());
    const changeTo = (body: object) =>
      runInDurableObject(shelfWith(published.id), (_, { storage }) => {
        storage.sql.exec("UPDATE item SET body = ? WHERE id = ?", JSON.stringify(body), published.id);
      });
    await changeTo({ version: 1, kind: "mix", layers: [{ layer: "rain", gainDb: 40 }] });
    expect((await ask(published.url)).status).toBe(410);
    await changeTo({ version: 2, kind: "mix", beds: [] });
    const tooNew = await ask(published.url);
    expect([tooNew.status, await codeOf(tooNew)]).toEqual([409, "stored-too-new"]);
  });
});

describe("sharing a script", () => {
  it("keeps ciphertext and nothing else", async () => {
    const { published } = await share(someScript("cXV5eg"));
    expect(await (await ask(published.url)).json()).toEqual(someScript("cXV5eg"));
  });

  it.each([
    ["words in the open", { ...someScript(), text: "Het is laat." }, 422],
    ["a nonce of another length", { ...someScript(), nonce: "AAAA" }, 422],
    ["a key beside it", { ...someScript(), key: "A".repeat(43) }, 422],
    ["more than there is room for", someScript("A".repeat(131_073)), 422],
    ["far more", someScript("A".repeat(200_000)), 413],
  ])("refuses %s", async (_, document, status) => {
    expect((await share(document)).answer.status).toBe(status);
  });

  it("takes one of the largest size", async () => {
    const { published } = await share(someScript("A".repeat(131_072)));
    expect((await (await ask(published.url)).text()).length).toBeGreaterThan(131_072);
  });
});

describe("the end of a share", () => {
  it("comes by the withdraw key alone", async () => {
    const { published, key } = await share(someMix());
    const without = await ask(published.url, { method: "DELETE" });
    expect([without.status, without.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect((await withdraw(published.url, "another")).status).toBe(403);
    expect((await ask(published.url)).status).toBe(200);

    expect((await withdraw(published.url, key)).status).toBe(204);
    const gone = await ask(published.url);
    expect([gone.status, await codeOf(gone)]).toEqual([410, "shared-withdrawn"]);
    expect((await withdraw(published.url, key)).status).toBe(204);
    const kept = await runInDurableObject(shelfWith(published.id), (_, { storage }) =>
      storage.sql.exec("SELECT body FROM item WHERE id = ?", published.id).one(),
    );
    expect(kept).toEqual({ body: null });
  });

  it("is only one's own where others share the same mix", async () => {
    const mix = someMix();
    const mine = await share(mix);
    const theirs = await share(mix);
    expect(theirs.published.id).toBe(mine.published.id);
    await withdraw(mine.published.url, mine.key);
    expect((await ask(mine.published.url)).status).toBe(200);
    await withdraw(mine.published.url, theirs.key);
    expect((await ask(mine.published.url)).status).toBe(410);
  });

  it("comes when its time is over, is kept in mind for 90 days and then forgotten", async () => {
    const { published } = await share(someMix(), { lifetime: "1-day" });
    const from = Date.now();
    expect(Date.parse(published.until ?? "") - from).toBeCloseTo(DAY_MS, -4);
    const shelf = shelfWith(published.id);

    vi.useFakeTimers({ now: from + DAY_MS - 60_000, toFake: ["Date"] });
    expect((await ask(published.url)).status).toBe(200);
    vi.setSystemTime(from + DAY_MS + 1000);
    const over = await ask(published.url);
    expect([over.status, await codeOf(over)]).toEqual([410, "shared-expired"]);
    await runDurableObjectAlarm(shelf);
    expect((await ask(published.url)).status).toBe(410);
    const { body, alarm } = await runInDurableObject(shelf, async (_, { storage }) => ({
      ...storage.sql.exec<{ body: string | null }>("SELECT body FROM item WHERE id = ?", published.id).one(),
      alarm: await storage.getAlarm(),
    }));
    expect(body).toBeNull();
    expect(alarm).toBeCloseTo(from + 91 * DAY_MS, -4);

    vi.setSystemTime(from + 91 * DAY_MS + 2000);
    await runDurableObjectAlarm(shelf);
    const forgotten = await ask(published.url);
    expect([forgotten.status, await codeOf(forgotten)]).toEqual([404, "shared-not-found"]);
  });

  it("can be undone by whoever has the key, by sharing it again", async () => {
    const mix = someMix();
    const { published, key } = await share(mix);
    await withdraw(published.url, key);
    expect((await share(mix, { key })).answer.status).toBe(201);
    expect((await ask(published.url)).status).toBe(200);
  });
});

describe("what one address can share", () => {
  it("is capped by number, and withdrawing makes room", async () => {
    const from = "10.9.9.9";
    const shares = [];
    for (let each = 0; each < 20; each++) shares.push(await share(someMix(), { from }));
    expect(shares.every(({ answer }) => answer.status === 201)).toBe(true);
    const oneMore = someMix();
    const refused = await share(oneMore, { from });
    expect([refused.answer.status, await codeOf(refused.answer)]).toEqual([409, "too-much-shared"]);
    expect((await share(oneMore, { from: "10.9.9.10" })).answer.status).toBe(201);

    const [first] = shares;
    await withdraw(first?.published.url ?? "", first?.key ?? "");
    expect((await share(someMix(), { from })).answer.status).toBe(201);
  });

  it("is capped by size", async () => {
    const from = "10.9.8.8";
    const statuses = [];
    for (const letter of "ABCDEFGHI") {
      statuses.push((await share(someScript(letter.repeat(131_000)), { from })).answer.status);
    }
    expect(statuses.slice(0, 7)).toEqual(Array(7).fill(201));
    expect(statuses.at(-1)).toBe(409);
  });

  it("is written down under a hash, never under the address", async () => {
    const { published } = await share(someMix(), { from: "198.51.100.77" });
    const rows = await runInDurableObject(shelfWith(published.id), (_, { storage }) =>
      JSON.stringify(storage.sql.exec("SELECT * FROM hold WHERE item = ?", published.id).toArray()),
    );
    expect(rows).toContain("publisher");
    expect(rows).not.toContain("198.51.100.77");
  });
});

describe("an id that is none", () => {
  it.each(["short", "A".repeat(23), `${"A".repeat(21)}B`, "..%2f..", "%00".repeat(8)])(
    "%s is not found, and wakes no shelf",
    async (id) => {
      for (const method of ["GET", "DELETE"]) {
        const answer = await ask(`/api/shared/${id}`, { method, headers: { authorization: "Bearer x" } });
        expect([answer.status, await codeOf(answer)]).toEqual([404, "shared-not-found"]);
      }
    },
  );

  it("is asked to be JSON", async () => {
    const bare = await ask("/api/shared", { method: "POST", body: "{}" });
    expect([bare.status, await codeOf(bare)]).toEqual([415, "not-json"]);
    const broken = await send("/api/shared", '{"document":');
    expect([broken.status, await codeOf(broken)]).toEqual([400, "body-not-json"]);
  });
});
