import { BLOCK_FRAMES } from "../dsp/layer.ts";

/** The next block's beginning, context time. */
export function toBlock(time: number, sampleRate: number): number {
  return (Math.ceil((time * sampleRate) / BLOCK_FRAMES) * BLOCK_FRAMES) / sampleRate;
}
