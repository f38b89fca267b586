import { describe, expect, it } from "vitest";
import { HALF_FRAMES, HalfRate } from "../../src/dsp/half-rate.ts";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";

const RATE = 48_000;
const BLOCKS = 100;

/** What comes out of a tone made at half the rate. */
function doubled(hz: number): { readonly left: Float64Array; readonly right: Float64Array } {
  const half = new HalfRate();
  const left = new Float64Array(BLOCKS * BLOCK_FRAMES);
  const right = new Float64Array(BLOCKS * BLOCK_FRAMES);
  for (let block = 0; block < BLOCKS; block++) {
    for (let i = 0; i < HALF_FRAMES; i++) {
      const seconds = (2 * (block * HALF_FRAMES + i)) / RATE;
      const sample = Math.sin(2 * Math.PI * hz * seconds);
      half.left[i] = sample;
      half.right[i] = -sample;
    }
    const from = block * BLOCK_FRAMES;
    half.double(left.subarray(from, from + BLOCK_FRAMES), right.subarray(from, from + BLOCK_FRAMES));
  }
  return { left, right };
}

/** Of a tone five frames late, with this loss: how far the rest lies below it, and the tone's own gain, dB. */
function measure(hz: number) {
  const { left } = doubled(hz);
  let along = 0;
  let power = 0;
  let rest = 0;
  const tone = (frame: number) => Math.sin((2 * Math.PI * hz * (frame - 5)) / RATE);
  for (let frame = BLOCK_FRAMES; frame < left.length; frame++) {
    along += (left[frame] ?? 0) * tone(frame);
    power += tone(frame) ** 2;
  }
  const gain = along / power;
  for (let frame = BLOCK_FRAMES; frame < left.length; frame++) {
    rest += ((left[frame] ?? 0) - gain * tone(frame)) ** 2;
  }
  return { gainDb: 20 * Math.log10(gain), restDb: 10 * Math.log10(rest / power) };
}

describe("a sound made at half the rate", () => {
  it.each([
    [375, 0.001, -120],
    [1500, 0.001, -90],
    [3000, 0.005, -65],
    [6000, 0.25, -32],
  ])("keeps a tone of %i Hz within %f dB, five frames late, its mirror image at %i dB", (hz, dB, imageDb) => {
    const { gainDb, restDb } = measure(hz);
    expect(Math.abs(gainDb)).toBeLessThan(dB);
    expect(restDb).toBeLessThan(imageDb);
  });

  it("keeps the sides apart", () => {
    const { left, right } = doubled(1000);
    for (let frame = 0; frame < left.length; frame++)
      expect(right[frame]).toBeCloseTo(-(left[frame] ?? 0), 12);
  });

  it("forgets what was before", () => {
    const half = new HalfRate();
    half.left.fill(1);
    const out = new Float64Array(BLOCK_FRAMES);
    half.double(out, new Float64Array(BLOCK_FRAMES));
    half.reset();
    half.left.fill(0);
    half.double(out, new Float64Array(BLOCK_FRAMES));
    expect(out.every((sample) => sample === 0)).toBe(true);
  });
});
