import fc from "fast-check";
import { expect, test } from "vitest";
import { EndGate } from "../../src/dsp/end-gate.ts";

const RATE = 48_000;

/** A tone that never ends by itself, through the gate in blocks. */
function gated(untilFrame: number, blocks: number): Float32Array {
  const gate = new EndGate(RATE);
  gate.untilFrame = untilFrame;
  const out = new Float32Array(blocks * 128);
  for (let block = 0; block < blocks; block++) {
    const left = Float32Array.from({ length: 128 }, (_, i) => Math.sin((block * 128 + i) / 10));
    const right = left.slice();
    gate.process(left, right, block * 128);
    expect(right).toEqual(left);
    out.set(left, block * 128);
  }
  return out;
}

test("lets sound through untouched until the end, and nothing 10 ms after it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (until) => {
      const out = gated(until, 16);
      const tone = Float32Array.from({ length: until }, (_, i) => Math.sin(i / 10));
      expect(out.subarray(0, until)).toEqual(tone);
      expect(out.subarray(until + 480).every((sample) => sample === 0)).toBe(true);
      let largest = 0;
      for (let i = until + 1; i < until + 480; i++)
        largest = Math.max(largest, Math.abs((out[i] ?? 0) - (out[i - 1] ?? 0)));
      // No step larger than the tone's own plus the ramp's.
      expect(largest).toBeLessThan(0.1 + 1 / 480);
    }),
    { numRuns: 40 },
  );
});

test("without an end everything passes", () => {
  expect(gated(Number.POSITIVE_INFINITY, 4).at(-1)).toBe(Math.fround(Math.sin(51.1)));
});
