import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { openScript, sealScript } from "../../src/api/sealedScript.ts";
import { newWithdrawKey } from "../../src/api/withdrawKey.ts";
import { MAX_SEALED_BYTES } from "../../src/session/sealed-script.ts";
import { secretHash } from "../../src/session/secret-hash.ts";
import { SecretHash, SharedDocument } from "../../src/session/shared.ts";

const sealed = async (document: unknown) => {
  const result = await sealScript(document);
  if (!result) throw new Error("too large");
  return result;
};

describe("a sealed script", () => {
  it("comes back as it was, placeholders too, and fits what the Worker takes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        // JSON has no -0.
        const document: unknown = JSON.parse(JSON.stringify({ text: "Voel {anchor}.", value }));
        const { script, key } = await sealed(document);
        expect(v.is(SharedDocument, script)).toBe(true);
        expect(key).toMatch(/^[A-Za-z0-9_-]{43}$/);
        expect(await openScript(script, key)).toEqual(document);
      }),
      { numRuns: 50 },
    );
  });

  it("shows nothing of its words or its key, and is another each time", async () => {
    const document = { text: "zqx-marker" };
    const [one, two] = [await sealed(document), await sealed(document)];
    expect(one.script.text).not.toBe(two.script.text);
    expect(one.script.nonce).not.toBe(two.script.nonce);
    expect(one.key).not.toBe(two.key);
    const sent = JSON.stringify(one.script) + atob(one.script.text.replaceAll("-", "+").replaceAll("_", "/"));
    expect(sent).not.toContain("zqx-marker");
    expect(sent).not.toContain(one.key);
  });

  it("opens with its own key alone, and only as it was sent", async () => {
    const { script, key } = await sealed({ text: "words" });
    const other = await sealed({ text: "words" });
    expect(await openScript(script, other.key)).toBeUndefined();
    expect(await openScript({ ...script, nonce: other.script.nonce }, key)).toBeUndefined();
    const first = script.text.startsWith("A") ? "B" : "A";
    expect(await openScript({ ...script, text: first + script.text.slice(1) }, key)).toBeUndefined();
    expect(await openScript({ ...script, text: "" }, key)).toBeUndefined();
    for (const none of ["", "short", `${key}A`, "!".repeat(43)])
      expect(await openScript(script, none)).toBeUndefined();
  });

  it("is refused where it is too large for anybody to take", async () => {
    const most = MAX_SEALED_BYTES - 16 - '{"text":""}'.length;
    expect(v.is(SharedDocument, (await sealed({ text: "x".repeat(most) })).script)).toBe(true);
    expect(await sealScript({ text: "x".repeat(most + 1) })).toBeNull();
  });
});

it("a withdraw key goes out as its hash alone", async () => {
  const { key, hash } = await newWithdrawKey();
  expect(hash).toBe(await secretHash(key));
  expect(v.is(SecretHash, hash)).toBe(true);
  expect((await newWithdrawKey()).key).not.toBe(key);
});
