import { describe, expect, it } from "vitest";
import { readJson } from "../../worker/read-json.ts";
import { Refusal } from "../../worker/refusal.ts";

const JSON_TYPE = { "content-type": "application/json" };

function post(body: BodyInit | null, headers: Record<string, string> = JSON_TYPE): Request {
  return new Request("http://luwte.test/", { method: "POST", body, headers });
}

async function codeOf(request: Request, maxBytes = 100): Promise<string> {
  const refusal: unknown = await readJson(request, maxBytes).catch((error: unknown) => error);
  return refusal instanceof Refusal ? refusal.code : "read";
}

describe("reading a body", () => {
  it("takes JSON of any kind, with or without the charset that JSON has", async () => {
    for (const type of [
      "application/json",
      "application/json; charset=utf-8",
      'Application/JSON;charset="UTF-8"',
    ])
      expect(await readJson(post('{"a":[1,"é"]}', { "content-type": type }), 100)).toEqual({ a: [1, "é"] });
    expect(await readJson(post("null"), 4)).toBeNull();
  });

  it.each([
    {},
    { "content-type": "text/plain" },
    { "content-type": "application/json; charset=utf-16" },
    {
      ...JSON_TYPE,
      "content-encoding": "gzip",
    },
  ])("wants to be told that it is JSON: %j", async (headers: Record<string, string>) => {
    const bytes = new TextEncoder().encode("{}");
    expect(await codeOf(post(bytes, headers))).toBe("not-json");
  });

  it("counts what comes, whatever is announced, and stops there", async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 10;
        if (sent > 5000) controller.close();
        controller.enqueue(new Uint8Array(10).fill(0x20));
      },
      cancel() {
        cancelled = true;
      },
    });
    const request = post(endless, { ...JSON_TYPE, "content-length": "2" });
    expect(await codeOf(request, 100)).toBe("body-too-large");
    expect(sent).toBeLessThan(200);
    expect(cancelled).toBe(true);
    expect(await codeOf(post(`"${"x".repeat(98)}"`), 100)).toBe("read");
    expect(await codeOf(post(`"${"x".repeat(99)}"`), 100)).toBe("body-too-large");
    // Bytes, not characters.
    expect(await codeOf(post(`"${"é".repeat(50)}"`), 100)).toBe("body-too-large");
  });

  it("does not wait for the end of a body that is there as it was announced", async () => {
    const neverEnds = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"a"'));
        controller.enqueue(new TextEncoder().encode(":1}"));
      },
    });
    const request = post(neverEnds, { ...JSON_TYPE, "content-length": "7" });
    expect(await readJson(request, 100)).toEqual({ a: 1 });
  });

  it.each([
    ["nothing", null],
    ["nothing at all", ""],
    ["half an object", '{"a":1'],
    ["two values", "1 2"],
    ["no UTF-8", Uint8Array.of(0x22, 0xff, 0x22)],
    ["a byte order mark", "\ufeff{}"],
  ])("refuses %s", async (_, body) => {
    expect(await codeOf(post(body))).toBe("body-not-json");
  });

  it("does not look into what is nested too deeply", async () => {
    expect(await codeOf(post(`${"[".repeat(40)}${"]".repeat(40)}`))).toBe("body-invalid");
  });

  it("leaves prototypes alone", async () => {
    const value = await readJson(
      post('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
      200,
    );
    expect(value).toBeTypeOf("object");
    expect(Object.hasOwn({}, "polluted") || "polluted" in {}).toBe(false);
  });
});
