import { expect, it } from "vitest";
import { getJson } from "../../src/api/answer.ts";
import { AWAY, served, worker } from "./helper.ts";

it("sends the ETag of the copy at hand, and hears that nothing changed", async () => {
  const { fetch, asked } = worker((_, headers) => served({ a: 1 }, '"v1"', headers));
  expect(await getJson(fetch, "/api/x", null)).toEqual({ kind: "new", body: { a: 1 }, etag: '"v1"' });
  expect(await getJson(fetch, "/api/x", '"v1"')).toEqual({ kind: "unchanged" });
  expect(asked.map(({ etag }) => etag)).toEqual([null, '"v1"']);
});

it("takes a Worker that is down, failing, or hidden behind a page for away", async () => {
  expect(await getJson(AWAY, "/api/x", null)).toEqual({ kind: "away" });
  const failing = worker(() => Response.json({}, { status: 503 }));
  expect(await getJson(failing.fetch, "/api/x", null)).toEqual({ kind: "away" });
  const page = worker(() => new Response("<!doctype html>", { headers: { "content-type": "text/html" } }));
  expect(await getJson(page.fetch, "/api/x", null)).toEqual({ kind: "away" });
});

it("does not wait for ever", async () => {
  const slow = (_: string, init: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      init.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    });
  expect(await getJson(slow, "/api/x", null, 20)).toEqual({ kind: "away" });
});

it("tells what is gone and what is malformed", async () => {
  const gone = worker(() => Response.json({}, { status: 404 }));
  expect(await getJson(gone.fetch, "/api/x", null)).toEqual({ kind: "gone" });
  const cut = worker(() => new Response('{"a":', { headers: { "content-type": "application/json" } }));
  expect(await getJson(cut.fetch, "/api/x", null)).toEqual({ kind: "malformed" });
});
