import { exports } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import built from "../../../sounds/built/contract.json";
import sessionSchema from "../../../sounds/built/session.schema.json";
import { createApp } from "../../../worker/app.ts";
import { presets } from "../../../worker/presets.ts";
import { PROBLEMS } from "../../../worker/problem.ts";
import { against, described, openapi } from "./contract.ts";

const ask = (path: string, init?: RequestInit) => exports.default.fetch(`http://luwte.test${path}`, init);

describe("the contract", () => {
  it("describes every route of the app, and no other", () => {
    const routes = createApp()
      .routes.filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`);
    const own = described.map(({ method, route }) => `${method} ${route}`);
    expect(own.sort()).toEqual([...new Set(routes)].sort());
  });

  it("names each operation once, and each parameter of its path", () => {
    const ids = described.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, method } of described) {
      const item = (
        openapi.paths as Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>
      )[path];
      const named = (item?.[method.toLowerCase()]?.parameters ?? []).flatMap((each) =>
        each.in === "path" ? [each.name] : [],
      );
      expect(named).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it("has every code of a problem at some operation, but for what no route answers", () => {
    const text = JSON.stringify(openapi.paths);
    const unsaid = Object.keys(PROBLEMS).filter((code) => !text.includes(`"${code}"`));
    // Another method is no operation.
    expect(unsaid).toEqual(["method-not-allowed"]);
  });

  it("refers to nothing that it does not have", () => {
    const schemas = new Set(Object.keys(openapi.components.schemas));
    const references = [...JSON.stringify(openapi).matchAll(/"\$ref":"([^"]+)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(20);
    for (const name of references) expect(schemas).toContain(name?.replace("#/components/schemas/", ""));
  });

  it("describes the sessions that there are, and not what is none", () => {
    const schema = { $ref: "#/components/schemas/SessionDocument" };
    for (const { body } of presets) {
      const session: Record<string, unknown> = JSON.parse(body);
      expect(against(schema, session)).toEqual([]);
      expect(against(sessionSchema as never, session)).toEqual([]);
      expect(against(schema, { ...session, version: "1" })).not.toEqual([]);
      expect(against(sessionSchema as never, { ...session, bed: { layers: [] } })).not.toEqual([]);
    }
  });
});

describe("the contract's addresses", () => {
  it.each([
    ["/api/openapi.json", "application/json", built.openapi],
    ["/api/session.schema.json", "application/schema+json", built.sessionSchema],
    ["/api", "text/html; charset=utf-8", built.page],
  ])("%s is %s, and not sent again to whoever has it", async (path, type, { body, hash }) => {
    const answer = await ask(path);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(await answer.text()).toBe(body);
    expect(answer.headers.get("etag")).toBe(`"${hash}"`);
    expect((await ask(path, { headers: { "if-none-match": `W/"${hash}"` } })).status).toBe(304);
  });

  it("give a page that can load and run nothing, its one style known by its hash", async () => {
    const answer = await ask("/api");
    const html = await answer.text();
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(style));
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain(`style-src 'sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}'`);
    expect(policy).toMatch(/^default-src 'none'; /);
    expect(policy).not.toMatch(/unsafe|script-src|https?:|\*/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(html).not.toMatch(/<script|<link|<img|<iframe| on\w+=| style=|src=|https?:\/\/(?!json-schema)/i);
  });

  it("give a page that names every operation, schema and problem, and whose links lead somewhere", async () => {
    const html = await (await ask("/api")).text();
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const { operationId } of described) expect(ids).toContain(operationId);
    for (const name of Object.keys(openapi.components.schemas)) expect(ids).toContain(`schema-${name}`);
    for (const code of Object.keys(PROBLEMS)) expect(ids).toContain(`problem-${code}`);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    expect(html).toContain('<html lang="en">');
  });
});
