import { describe, expect, test } from "vitest";
import { brown } from "../../sounds/layers/noise/brown.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { KernelRunner } from "../../src/engine/worklet/kernel-runner.ts";

const RATE = 48_000;
const BLOCK = 128;

function runner(patient: boolean): KernelRunner {
  return new KernelRunner(brown, { sampleRate: RATE, seed: 7, automation: {}, patient });
}

/** Renders `blocks` blocks from a frame on; false where it was still catching up. */
function run(kernel: KernelRunner, frame: number, blocks: number) {
  const left = new Float32Array(blocks * BLOCK);
  const right = new Float32Array(BLOCK);
  const sounded: boolean[] = [];
  for (let block = 0; block < blocks; block++) {
    const into = left.subarray(block * BLOCK, (block + 1) * BLOCK);
    sounded.push(kernel.render(into, right, frame + block * BLOCK));
  }
  return { left, sounded };
}

describe("a kernel on a clock that may jump", () => {
  test("offline it sounds from the first block, as the layer renders", () => {
    const { left, sounded } = run(runner(true), 480 * BLOCK, 20);
    const [expected] = renderLayer(brown, {
      sampleRate: RATE,
      seed: 7,
      fromFrame: 480 * BLOCK,
      frames: 20 * BLOCK,
    });
    expect(sounded.every(Boolean)).toBe(true);
    expect(left).toEqual(expected);
  });

  test("live it is silent while it catches up, joins without a step, and is then what it would have been", () => {
    const { left, sounded } = run(runner(false), 480 * BLOCK, 60);
    const first = sounded.indexOf(true);
    expect(first).toBeGreaterThan(0);
    expect(Math.max(...left.subarray(0, first * BLOCK).map(Math.abs))).toBe(0);
    const [expected] = renderLayer(brown, {
      sampleRate: RATE,
      seed: 7,
      fromFrame: 480 * BLOCK,
      frames: 60 * BLOCK,
    });
    const joined = (first + 8) * BLOCK;
    expect(left.subarray(joined)).toEqual(expected.subarray(joined));
    for (let i = first * BLOCK; i < joined; i++) {
      expect(Math.abs(left[i] ?? 0)).toBeLessThanOrEqual(Math.abs(expected[i] ?? 0) + 1e-9);
    }
    expect(Math.abs(left[first * BLOCK] ?? 1)).toBeLessThan(1e-6);
  });

  test("a jump, forward or back, ends in the sound of that time", () => {
    const kernel = runner(true);
    run(kernel, 0, 10);
    for (const frame of [100_000 * BLOCK, 50 * BLOCK]) {
      const [expected] = renderLayer(brown, {
        sampleRate: RATE,
        seed: 7,
        fromFrame: frame,
        frames: 10 * BLOCK,
      });
      expect(run(kernel, frame, 10).left).toEqual(expected);
    }
  });

  test("a parameter that the layer has not is refused by name", () => {
    expect(() => runner(true).plan("rain", { points: [{ atSeconds: 0, value: 1 }] })).toThrow(
      /brown.*"rain"/,
    );
  });
});
