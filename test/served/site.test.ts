import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import { pageHeaders } from "../../worker/headers.ts";
import type { SiteManifest } from "../../worker/site/manifest.ts";
import { type RawAnswer, rawGet } from "./raw-get.ts";

const manifest: SiteManifest = JSON.parse(await readFile(join(ROOT, "dist/selfhost/site.json"), "utf8"));

const ask = (path: string, headers: Record<string, string> = {}, method?: string): Promise<RawAnswer> =>
  rawGet(inject("address"), path, headers, method);
const onDisk = (path: string) => readFile(join(ROOT, "dist/client", path));
const fileOf = (kind: string, compressed: boolean): string => {
  const found = Object.entries(manifest).find(
    ([, { type, gzipBytes }]) => type.startsWith(kind) && (gzipBytes !== null) === compressed,
  );
  if (!found) throw new Error(`the build has no ${kind}`);
  return found[0];
};

describe("a page", () => {
  it("comes with its type, the security headers and a tag, and is asked after each time", async () => {
    const { status, headers, body } = await ask("/");
    expect(status).toBe(200);
    expect(body).toEqual(await onDisk("index.html"));
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(headers).toMatchObject(pageHeaders("http:"));
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  it("stands under every path of the app, and not under that of a file that is not there", async () => {
    expect((await ask("/nacht")).body).toEqual(await onDisk("index.html"));
    expect((await ask("/assets/gone.js")).status).toBe(404);
    expect((await ask("/favicon.gif")).status).toBe(404);
  });

  it("comes gzipped to whoever takes that, under a tag of its own", async () => {
    const plain = await ask("/");
    const packed = await ask("/", { "accept-encoding": "br, gzip" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(packed.headers["vary"]).toBe("accept-encoding");
    expect(Number(packed.headers["content-length"])).toBe(packed.body.length);
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    expect(packed.headers["etag"]).not.toBe(plain.headers["etag"]);
  });

  it("answers 304 to whoever has it, and HEAD without a body", async () => {
    const { headers } = await ask("/");
    const again = await ask("/", { "if-none-match": `W/${headers["etag"]}` });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    const head = await ask("/", {}, "HEAD");
    expect(head.headers["content-length"]).toBe(headers["content-length"]);
    expect(head.headers["etag"]).toBe(headers["etag"]);
    expect(head.body).toHaveLength(0);
  });

  it("takes no other method", async () => {
    const { status, headers } = await ask("/", {}, "POST");
    expect(status).toBe(405);
    expect(headers["allow"]).toBe("GET, HEAD");
  });
});

describe("a script", () => {
  it("is kept for good, because its name holds its hash", async () => {
    const path = fileOf("text/javascript", true);
    const { headers, body } = await ask(path, { "accept-encoding": "gzip" });
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(gunzipSync(body)).toEqual(await onDisk(path));
  });
});

describe("a recording", () => {
  it("comes in the parts that a player asks for", async () => {
    const path = fileOf("audio/", false);
    const whole = await onDisk(path);
    const all = await ask(path, { "accept-encoding": "gzip" });
    expect(all.status).toBe(200);
    expect(all.headers).toMatchObject({ "accept-ranges": "bytes", "content-type": "audio/mpeg" });
    expect(all.headers).not.toHaveProperty("content-encoding");
    expect(all.body).toEqual(whole);

    const part = await ask(path, { range: "bytes=100-199" });
    expect(part.status).toBe(206);
    expect(part.headers["content-range"]).toBe(`bytes 100-199/${whole.length}`);
    expect(part.body).toEqual(whole.subarray(100, 200));
    const tail = await ask(path, { range: "bytes=-50" });
    expect(tail.status).toBe(206);
    expect(tail.body).toEqual(whole.subarray(-50));
  });

  it("comes whole when it has changed meanwhile, and not at all beyond its end", async () => {
    const path = fileOf("audio/", false);
    const changed = await ask(path, { range: "bytes=0-9", "if-range": '"older"' });
    expect(changed.status).toBe(200);
    expect(changed.body).toEqual(await onDisk(path));
    const beyond = await ask(path, { range: "bytes=999999999-" });
    expect(beyond.status).toBe(416);
  });
});

describe("what is not in the build", () => {
  it.each([
    "/../package.json",
    "/../../../../../../etc/passwd",
    "/%2e%2e/%2e%2e/package.json",
    "/..%2f..%2fpackage.json",
    "/assets/../../selfhost/site.json",
    "/assets/%2e%2e/%2e%2e/selfhost/worker.js",
    "/%5c..%5c..%5cpackage.json",
    "//etc/passwd.txt",
    "/index.html%00.js",
    "/%zz.js",
    "/_headers.txt",
    "/__proto__.js",
    "/assets/",
  ])("%s is not served", async (path) => {
    const { status, body } = await ask(path);
    if (status === 200) expect(body).toEqual(await onDisk("index.html"));
    else expect([400, 404]).toContain(status);
  });

  it.each(["/_headers", "/assets", "/__proto__", "/constructor"])("%s is a path of the app", async (path) => {
    expect((await ask(path)).body).toEqual(await onDisk("index.html"));
  });
});

describe("the API beside it", () => {
  it("answers with its own headers", async () => {
    const { status, headers } = await ask("/api/presets");
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect((await ask("/api/nothing")).headers["content-type"]).toBe("application/problem+json");
  });
});
