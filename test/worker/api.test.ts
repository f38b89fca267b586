import { exports } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { createApp } from "../../worker/app.ts";
import { presets } from "../../worker/presets.ts";

const ask = (path: string, init?: RequestInit) => exports.default.fetch(`http://luwte.test${path}`, init);
const [first] = presets;
if (!first) throw new Error("the content has no presets");

describe("GET /api/presets", () => {
  it("lists every preset without its body, each with the address of its version", async () => {
    const answer = await ask("/api/presets");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/json");
    const { presets: listed } = await answer.json<{ presets: Record<string, unknown>[] }>();
    expect(listed.map(({ id }) => id)).toEqual(presets.map(({ id }) => id));
    expect(listed[0]).toMatchObject({
      id: first.id,
      kind: first.kind,
      titles: first.titles,
      url: `/api/presets/${first.id}/versions/${first.version}`,
    });
    expect(listed[0]).not.toHaveProperty("body");
  });

  it("narrows by kind and language, each with its own tag", async () => {
    const kinds = async (query: string) => {
      const answer = await ask(`/api/presets${query}`);
      const { presets: listed } = await answer.json<{ presets: { kind: string }[] }>();
      return { etag: answer.headers.get("etag"), kinds: new Set(listed.map(({ kind }) => kind)) };
    };
    const all = await kinds("");
    const beds = await kinds("?kind=bed");
    const guided = await kinds("?kind=guided&language=nl");
    expect(beds.kinds).toEqual(new Set(["bed"]));
    expect(guided.kinds).toEqual(new Set(["guided"]));
    expect(new Set([all.etag, beds.etag, guided.etag]).size).toBe(3);
  });

  it.each(["?kind=song", "?language=fr", "?kind="])("says that %s does not exist", async (query) => {
    const answer = await ask(`/api/presets${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "filter-unknown", status: 400 });
  });
});

describe("GET /api/presets/:id", () => {
  const path = `/api/presets/${first.id}`;

  it("answers the document as it is now and names its version", async () => {
    const answer = await ask(path);
    expect(await answer.text()).toBe(first.body);
    expect(answer.headers.get("etag")).toBe(`"${first.version}"`);
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(answer.headers.get("content-location")).toBe(`${path}/versions/${first.version}`);
  });

  it("answers 304 without a body to whoever has it, also when a proxy weakened the tag", async () => {
    for (const tag of [`"${first.version}"`, `W/"${first.version}"`, `"x", "${first.version}"`, "*"]) {
      const answer = await ask(path, { headers: { "if-none-match": tag } });
      expect(answer.status).toBe(304);
      expect(await answer.text()).toBe("");
      expect(answer.headers.get("etag")).toBe(`"${first.version}"`);
    }
    expect((await ask(path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it("keeps a version for good, and only that version", async () => {
    const version = await ask(`${path}/versions/${first.version}`);
    expect(await version.text()).toBe(first.body);
    expect(version.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const other = await ask(`${path}/versions/0000000000000000`);
    expect(other.status).toBe(404);
    expect(await other.json()).toMatchObject({ code: "version-not-found" });
  });

  it("answers HEAD like GET, without the body", async () => {
    for (const head of [path, `${path}/versions/${first.version}`, "/api/presets", "/api/health"]) {
      const answer = await ask(head, { method: "HEAD" });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe("");
      expect(answer.headers.get("content-type")).toBe("application/json");
    }
  });

  it("has the same tag for the same content only", () => {
    expect(new Set(presets.map(({ version }) => version)).size).toBe(presets.length);
  });
});

describe("GET /api/health", () => {
  it("tells that it is well, and which version it is", async () => {
    const answer = await ask("/api/health");
    expect(await answer.json()).toEqual({ status: "ok", version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});

describe("a problem", () => {
  const marker = "zqx-marker-9";

  it.each([
    [`/api/presets/${marker}`, 404, "preset-not-found"],
    [`/api/presets/${first.id}/versions/${marker}`, 404, "version-not-found"],
    [`/api/${marker}`, 404, "not-found"],
    ["/api/presets/", 404, "not-found"],
    [`/api/presets?kind=${marker}`, 400, "filter-unknown"],
    [`/api/presets/%zz${marker}`, 404, "preset-not-found"],
    [`/api/health?${"x".repeat(2100)}${marker}`, 414, "address-too-long"],
  ])("%s answers %i %s and does not repeat what was sent", async (path, status, code) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const text = await answer.text();
    expect(text).not.toContain(marker);
    expect(JSON.parse(text)).toMatchObject({ status, code, type: `urn:luwte:problem:${code}` });
  });

  it("names the methods that work", async () => {
    for (const path of ["/api/presets", `/api/presets/${first.id}`, "/api/health"]) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
        const answer = await ask(path, { method });
        expect(answer.status).toBe(405);
        expect(answer.headers.get("allow")).toBe("GET, HEAD");
        expect(await answer.json()).toMatchObject({ code: "method-not-allowed" });
      }
    }
  });

  it("shows nothing of what broke inside", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const app = createApp();
    app.get("/api/broken", () => {
      throw new Error(marker);
    });
    const answer = await app.request("/api/broken");
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: "internal" });
    expect(text).not.toContain(marker);
    expect(log).toHaveBeenCalledOnce();
  });
});

describe("every answer of the API", () => {
  const paths = ["/api/presets", `/api/presets/${first.id}`, "/api/health", "/api/nothing"];

  it.each(paths)("%s carries the security headers, and neither cookie nor CORS", async (path) => {
    const { headers } = await ask(path);
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  it("asks for TLS only over TLS", async () => {
    const answer = await exports.default.fetch("https://luwte.test/api/health");
    expect(answer.headers.get("strict-transport-security")).toMatch(/^max-age=\d+/);
  });

  it("carries them on 304 and 405 too", async () => {
    const unchanged = await ask(`/api/presets/${first.id}`, { headers: { "if-none-match": "*" } });
    const refused = await ask("/api/presets", { method: "POST" });
    for (const { headers } of [unchanged, refused])
      expect(headers.get("x-content-type-options")).toBe("nosniff");
  });
});
