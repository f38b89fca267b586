import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { indexedPng, type Pixels } from "../../../src/cli/screenshots/indexed-png.ts";

/** A PNG of palette and indices, taken apart by its chunks: RGB of each pixel, row by row. */
function read(png: Buffer): { width: number; height: number; colours: number; pixels: number[][] } {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString("latin1", at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const chunk = (type: string) => chunks.get(type) ?? Buffer.alloc(0);
  const [width, height] = [chunk("IHDR").readUInt32BE(0), chunk("IHDR").readUInt32BE(4)];
  const palette = chunk("PLTE");
  const rows = inflateSync(chunk("IDAT"));
  const pixels: number[][] = [];
  for (let row = 0; row < height; row++) {
    expect(rows[row * (width + 1)]).toBe(0);
    for (let column = 0; column < width; column++) {
      const index = rows[row * (width + 1) + 1 + column] ?? 0;
      pixels.push([...palette.subarray(index * 3, index * 3 + 3)]);
    }
  }
  return { width, height, colours: palette.length / 3, pixels };
}

/** Amber of every strength, one channel against the other: 64 × 64 colours. */
function ambers(): Pixels {
  const data = new Uint8Array(64 * 64 * 4);
  for (let pixel = 0; pixel < 64 * 64; pixel++) data.set([(pixel % 64) * 4, pixel >> 4, 0, 255], pixel * 4);
  return { width: 64, height: 64, data };
}

describe("a picture of few colours", () => {
  it("keeps black black and blue out, and each channel close to what it was", () => {
    const data = Uint8Array.from([0, 0, 0, 255, 224, 148, 0, 255, 12, 7, 0, 255]);
    const { pixels, width, height } = read(indexedPng({ width: 3, height: 1, data }));
    expect([width, height]).toEqual([3, 1]);
    expect(pixels[0]).toEqual([0, 0, 0]);
    for (const [index, wanted] of [
      [224, 148],
      [12, 7],
    ].entries()) {
      const [red = 0, green = 0, blue] = pixels[index + 1] ?? [];
      expect(Math.abs(red - (wanted[0] ?? 0))).toBeLessThanOrEqual(2);
      expect(Math.abs(green - (wanted[1] ?? 0))).toBeLessThanOrEqual(2);
      expect(blue).toBe(0);
    }
  });
});

describe("a picture of many colours", () => {
  it("has 256 at most, in their places", () => {
    const before = ambers();
    const { colours, pixels } = read(indexedPng(before));
    expect(colours).toBeLessThanOrEqual(256);
    expect(colours).toBeGreaterThan(150);
    for (const [index, [red = 0, green = 0]] of pixels.entries()) {
      expect(Math.abs(red - (before.data[index * 4] ?? 0))).toBeLessThan(16);
      expect(Math.abs(green - (before.data[index * 4 + 1] ?? 0))).toBeLessThan(16);
    }
  });
});
