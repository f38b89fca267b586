import { createHash } from "node:crypto";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { fromBase64url, toBase64url } from "../../src/session/base64url.ts";
import { MAX_TOGETHER_DB, MixDocument, MixLayers, togetherDb } from "../../src/session/mix.ts";
import { canonicalShared, SharedId, sharedId } from "../../src/session/shared.ts";

const level = (layer: string, gainDb: number) => ({ layer, gainDb });
const layers = (count: number, gainDb: number) =>
  Array.from({ length: count }, (_, index) => level(`layer-${index}`, gainDb));

describe("a mix from somebody else", () => {
  it("holds twelve layers as they are calibrated, and no more", () => {
    expect(v.is(MixLayers, layers(12, 0))).toBe(true);
    expect(v.is(MixLayers, layers(13, -20))).toBe(false);
  });

  it("is never louder together than 12 dB over one layer, however its layers share that", () => {
    expect(togetherDb(layers(1, 0))).toBeCloseTo(0);
    expect(togetherDb(layers(10, 0))).toBeCloseTo(10);
    const gains = fc.array(fc.double({ min: -60, max: 6, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(gains, (each) => {
        const mix = each.map((gainDb, index) => level(`layer-${index}`, gainDb));
        expect(v.is(MixLayers, mix)).toBe(togetherDb(mix) <= MAX_TOGETHER_DB);
      }),
    );
    expect(v.is(MixLayers, layers(12, 6))).toBe(false);
  });

  it("has no layer twice", () => {
    expect(v.is(MixLayers, [level("rain", 0), level("rain", -60)])).toBe(false);
  });
});

describe("the id of what is shared", () => {
  it("is 128 bits of the hash of one way of writing it, whatever the order of its keys", async () => {
    const mix = v.parse(MixDocument, {
      version: 1,
      kind: "mix",
      layers: [{ ...level("rain", 0), params: { b: 1, a: 2 } }],
    });
    const turned = v.parse(MixDocument, {
      layers: [{ params: { a: 2, b: 1 }, gainDb: 0, layer: "rain" }],
      kind: "mix",
      version: 1,
    });
    const canonical = canonicalShared(mix);
    expect(canonical).toBe(
      '{"kind":"mix","layers":[{"gainDb":0,"layer":"rain","params":{"a":2,"b":1}}],"version":1}',
    );
    expect(canonicalShared(turned)).toBe(canonical);
    const id = await sharedId(canonical);
    const hash = createHash("sha256").update(canonical).digest();
    expect(id).toBe(hash.subarray(0, 16).toString("base64url"));
    expect(v.is(SharedId, id)).toBe(true);
  });

  it("names only itself: no two texts stand for the same bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const id = toBase64url(bytes);
        expect(v.is(SharedId, id)).toBe(true);
        const last = id.at(-1) ?? "";
        const next = String.fromCharCode(last.charCodeAt(0) + 1);
        expect(v.is(SharedId, id.slice(0, 21) + next)).toBe(false);
      }),
    );
  });
});

it("base64url is what Node makes of the same bytes, and comes back", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64url(text)).toEqual(bytes);
    }),
  );
  for (const none of ["A", "a+b", "ab==", "a b"]) expect(fromBase64url(none)).toBeNull();
});
