import fc from "fast-check";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../worker/app.ts";
import { logUnhandled, withoutSecrets } from "../../worker/log.ts";

const SECRET = "uYN9sWXpJTbKkD9_js06ByuONo8CJllDNM6Ntwy1Etc";
const ID = "fd3d7a63ea9924917ec6bda4665e4acb8fdfc3ac395423d53f9a64e0b65e1b6a";

let lines: string[] = [];
beforeEach(() => {
  lines = [];
  for (const level of ["log", "error"] as const)
    vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

describe("the log", () => {
  it("has one line of JSON for each problem, with the route's pattern and nothing of who asked", async () => {
    const app = createApp();
    const headers = { authorization: `Bearer ${SECRET}`, "cf-connecting-ip": "9.8.7.6" };
    const environment = { LUWTE_LOG: "problems" };
    await app.request(`/api/documents/${ID}`, { headers }, environment);
    await app.request(`/api/presets/${ID}?a=${SECRET}`, { headers }, environment);
    await app.request(`/api/${ID}`, { headers }, environment);
    await app.request("/api/health", { headers, method: "PUT" }, environment);
    await app.request("/api/health", { headers }, environment);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: "warn", event: "problem", method: "GET", route: "/api/documents/:name", status: 401 },
      { route: "/api/presets/:id", status: 404, code: "preset-not-found" },
      { route: "/*", status: 404, code: "not-found" },
      { method: "PUT", route: "/api/health", status: 405 },
    ]);
    expect(lines.join()).not.toMatch(new RegExp(`${SECRET}|${ID}|9\\.8\\.7\\.6`));
  });

  it("has failures of ours alone where nothing more is asked", async () => {
    await createApp().request("/api/presets/none", {}, {});
    expect(lines).toEqual([]);
  });

  it("says where an unexpected error happened, and not what was sent", async () => {
    const app = new Hono();
    app.get("/things/:id", () => JSON.parse(`{"${SECRET}`));
    app.onError((error, context) => {
      logUnhandled(context, error);
      return context.text("", 500);
    });
    await app.request(`/things/${ID}`);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      level: "error",
      event: "unhandled",
      route: "/things/:id",
    });
    expect(lines[0]).toContain("SyntaxError");
    expect(lines[0]).not.toMatch(new RegExp(`${SECRET}|${ID}`));
  });

  it("leaves no key, id or quoted words in a message", () => {
    const secret = fc.stringMatching(/^[\w-]{16,80}$/);
    fc.assert(
      fc.property(secret, fc.constantFrom(" ", ": ", ".", "'"), (words, before) => {
        expect(withoutSecrets(`it failed${before}${words}, again`)).not.toContain(words);
        expect(withoutSecrets(`Unexpected token "${words.slice(0, 5)}" in JSON`)).toBe(
          "Unexpected token … in JSON",
        );
      }),
    );
  });
});
