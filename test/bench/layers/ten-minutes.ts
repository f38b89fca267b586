import { setTimeout as wait } from "node:timers/promises";
import { findLayer } from "../../../src/cli/content/read-layers.ts";
import { ROOT } from "../../../src/cli/root.ts";
import { BLOCK_FRAMES, type Kernel } from "../../../src/dsp/layer.ts";
import { steadyParams } from "./steady-params.ts";

/** Renders ten minutes of one layer after a warm-up, block by block as the audio thread does, and says when that was. */
const RATE = 48_000;
/** Long enough for rare events to have come some times, and for a busy machine to have compiled what they need. */
const WARM_SECONDS = 180;
const WARM_EVENTS = 3;
const BLOCKS = (600 * RATE) / BLOCK_FRAMES;
const PAUSE_MS = 300;

const id = process.argv[2] ?? "";
const layer = await findLayer(ROOT, id);
if (!layer) throw new Error(`no layer "${id}"`);
const warmSeconds = Math.max(WARM_SECONDS, WARM_EVENTS * (layer.eventGapSeconds ?? 0));
const warmBlocks = Math.ceil((warmSeconds * RATE) / BLOCK_FRAMES);
const kernel: Kernel = new layer.kernel(RATE, 1);
const paramAt = steadyParams(layer);
const left = new Float32Array(BLOCK_FRAMES);
const right = new Float32Array(BLOCK_FRAMES);

function render(fromBlock: number, blocks: number): void {
  for (let block = fromBlock; block < fromBlock + blocks; block++) {
    kernel.process(left, right, BLOCK_FRAMES, block * BLOCK_FRAMES, paramAt);
  }
}

render(0, warmBlocks);
// What the start and the compilers have left is not the layer's.
globalThis.gc?.();
await wait(PAUSE_MS);
const from = Math.round(performance.now());
render(warmBlocks, BLOCKS);
const until = Math.round(performance.now());
await wait(PAUSE_MS);
console.log(`\nrendered from ${from} to ${until} ms`);
