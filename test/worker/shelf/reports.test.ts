import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../worker/app.ts";
import type { ReportedItem } from "../../../worker/shelf/reports.ts";
import { ask, codeOf, send, share, someMix, someScript, withdraw } from "./sharing.ts";

const SECRET = "an-operator-secret-of-forty-characters-x";
const app = createApp();
const operator = (path: string, init: RequestInit = {}, secret = SECRET) =>
  app.request(
    path,
    { ...init, headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" } },
    { ...env, OPERATOR_SECRET: SECRET },
  );
const decide = (id: string, action: string) =>
  operator(`/api/operator/reports/${id}`, { method: "POST", body: JSON.stringify({ action }) });

async function reportOf(id: string): Promise<ReportedItem | undefined> {
  const all: ReportedItem[] = [];
  for (let page: number | null = 0; page !== null; ) {
    const answer: Response = await operator(`/api/operator/reports?page=${page}`);
    const { reported, next } = await answer.json<{ reported: ReportedItem[]; next: number | null }>();
    all.push(...reported);
    page = next;
  }
  return all.find((each) => each.id === id);
}

describe("a report", () => {
  const mix = someMix();
  let id = "";
  let url = "";
  beforeAll(async () => {
    ({ id, url } = (await share(mix)).published);
  });

  it("is one word per person, the last one, and changes nothing by itself", async () => {
    for (const [from, note] of [
      ["10.2.0.1", "first"],
      ["10.2.0.1", "second"],
      ["10.2.0.2", undefined],
    ]) {
      const answer = await send(`${url}/reports`, { reason: "harmful", ...(note ? { note } : {}) }, { from });
      expect(answer.status).toBe(204);
    }
    expect((await ask(url)).status).toBe(200);
    const item = await reportOf(id);
    expect(item).toMatchObject({ kind: "mix", reports: 2 });
    expect(JSON.parse(item?.mix ?? "")).toEqual(mix);
    expect(item?.newest.map(({ note }) => note).sort()).toEqual([null, "second"].sort());
  });

  it("can be dismissed", async () => {
    expect((await decide(id, "dismiss")).status).toBe(204);
    expect(await reportOf(id)).toBeUndefined();
    expect((await ask(url)).status).toBe(200);
  });

  it("can take the content away for good, from whoever shares it", async () => {
    await send(`${url}/reports`, { reason: "unlawful" });
    expect((await decide(id, "withdraw")).status).toBe(204);
    expect((await ask(url)).status).toBe(410);
    expect(await reportOf(id)).toBeUndefined();
    const again = await share(mix);
    expect([again.answer.status, await codeOf(again.answer)]).toEqual([403, "share-refused"]);
  });

  it("of a script shows no ciphertext", async () => {
    const { published } = await share(someScript("c2VhbGVk"));
    await send(`${published.url}/reports`, { reason: "other", note: "unkind" });
    const item = await reportOf(published.id);
    expect(item).toMatchObject({ kind: "script", mix: null });
  });

  it("of what its publisher withdraws is forgotten", async () => {
    const { published, key } = await share(someMix());
    await send(`${published.url}/reports`, { reason: "private" });
    expect(await reportOf(published.id)).toBeDefined();
    await withdraw(published.url, key);
    expect(await reportOf(published.id)).toBeUndefined();
  });

  it.each([
    [{ reason: "boring" }, "/reason"],
    [{ reason: "other", note: "x".repeat(501) }, "/note"],
    [{}, "/reason"],
  ])("%j does not fit", async (body, pointer) => {
    const answer = await send(`${url}/reports`, body);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ pointer });
  });

  it("of what is not there is not kept", async () => {
    const answer = await send(`/api/shared/${"A".repeat(22)}/reports`, { reason: "other" });
    expect([answer.status, await codeOf(answer)]).toEqual([404, "shared-not-found"]);
  });
});

describe("the operator's addresses", () => {
  it("do not exist where no secret is set, or one that could be guessed", async () => {
    expect((await ask("/api/operator/reports")).status).toBe(404);
    const short = await app.request(
      "/api/operator/reports",
      { headers: { authorization: "Bearer short" } },
      { ...env, OPERATOR_SECRET: "short" },
    );
    expect(short.status).toBe(404);
  });

  it("let nobody else in", async () => {
    for (const wrong of [`${SECRET}x`, SECRET.slice(1), "x"]) {
      const answer = await operator("/api/operator/reports", {}, wrong);
      expect([answer.status, await codeOf(answer)]).toEqual([401, "operator-key-wrong"]);
    }
    const none = await app.request("/api/operator/reports", {}, { ...env, OPERATOR_SECRET: SECRET });
    expect(none.status).toBe(401);
  });

  it("know sixteen pages", async () => {
    for (const page of ["16", "-1", "1.5", "x"])
      expect((await operator(`/api/operator/reports?page=${page}`)).status).toBe(404);
    const last = await operator("/api/operator/reports?page=15");
    expect(await last.json()).toMatchObject({ next: null });
  });
});
