import { expect } from "vitest";
import { BLOCK_FRAMES, type LayerDefinition } from "../../../src/dsp/layer.ts";
import { type LayerRender, renderLayer } from "../../../src/dsp/render-layer.ts";

/** Bit-identical; says where the first difference is. */
export function expectSame(actual: Float32Array, expected: Float32Array): void {
  expect(actual.length).toBe(expected.length);
  let at = 0;
  while (at < actual.length && Object.is(actual[at], expected[at])) at++;
  expect(at, `first difference at frame ${at} of ${actual.length}`).toBe(actual.length);
}

/** The frame, a whole number of blocks, that is nearest to a time. */
export function frameAt(seconds: number, sampleRate: number): number {
  return Math.round((seconds * sampleRate) / BLOCK_FRAMES) * BLOCK_FRAMES;
}

/** Stretches rendered alone are what they are in a long render. @returns the long render */
export function expectStretchesSame(
  layer: LayerDefinition,
  render: Pick<LayerRender, "sampleRate" | "seed" | "params">,
  whole: { readonly fromSeconds: number; readonly seconds: number },
  stretches: readonly number[],
): [Float32Array, Float32Array] {
  const { sampleRate } = render;
  const begin = frameAt(whole.fromSeconds, sampleRate);
  const long = renderLayer(layer, {
    ...render,
    fromFrame: begin,
    frames: frameAt(whole.seconds, sampleRate),
  });
  const frames = frameAt(0.2, sampleRate);
  for (const seconds of stretches) {
    const fromFrame = frameAt(seconds, sampleRate);
    const stretch = renderLayer(layer, { ...render, fromFrame, frames });
    for (const side of [0, 1] as const) {
      expectSame(stretch[side], long[side].subarray(fromFrame - begin, fromFrame - begin + frames));
    }
  }
  return long;
}
