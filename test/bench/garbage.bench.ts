import { Session } from "node:inspector/promises";
import type { Bench } from "../../src/cli/bench/bench.ts";
import { readLayers } from "../../src/cli/content/read-layers.ts";
import { ROOT } from "../../src/cli/root.ts";
import { BLOCK_FRAMES, type Kernel, type LayerDefinition } from "../../src/dsp/layer.ts";
import { steadyParams } from "./layers/steady-params.ts";

const RATE = 48_000;
const WARM_BLOCKS = 20_000;
const BLOCKS = 40_000;
/** Bytes between two samples of the profiler. */
const INTERVAL = 4096;
const SITES = 3;
/** In ten minutes this stays within the smallest young generation that V8 begins with. */
const BYTES_A_BLOCK = 2;

interface Site {
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly selfSize: number;
  readonly children: readonly Site[];
}

/** What a layer's `process` puts on the heap, and where: for whoever mends what `bench layers` finds. */
export const bench: Bench = {
  about: "what each layer's process puts on the heap, bytes a block, and which functions do it",
  async run(only) {
    const layers = [...(await readLayers(ROOT)).values()].filter(({ id }) => only?.includes(id) ?? true);
    const rows = [];
    for (const layer of layers) rows.push({ layer: layer.id, ...(await garbageOf(layer)) });
    const dirty = rows.filter((row) => row["bytes a block"] > BYTES_A_BLOCK).map(({ layer }) => layer);
    return {
      method: `${BLOCKS} blocks after a warm-up of ${WARM_BLOCKS}, sampled every ${INTERVAL} bytes, collected objects too. A number that is no small integer goes to the heap where a function returns or takes it and is not inlined: leave it in a field instead.`,
      rows,
      bounds: [
        {
          bound: `at most ${BYTES_A_BLOCK} bytes a block${dirty.length > 0 ? ` (not: ${dirty.join(", ")})` : ""}`,
          holds: dirty.length === 0,
        },
      ],
    };
  },
};

async function garbageOf(layer: LayerDefinition) {
  const kernel: Kernel = new layer.kernel(RATE, 1);
  const paramAt = steadyParams(layer);
  const left = new Float32Array(BLOCK_FRAMES);
  const right = new Float32Array(BLOCK_FRAMES);
  const render = (from: number, blocks: number) => {
    for (let block = from; block < from + blocks; block++) {
      kernel.process(left, right, BLOCK_FRAMES, block * BLOCK_FRAMES, paramAt);
    }
  };
  render(0, WARM_BLOCKS);
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.startSampling", {
    samplingInterval: INTERVAL,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  render(WARM_BLOCKS, BLOCKS);
  const { profile } = await session.post("HeapProfiler.stopSampling");
  session.disconnect();
  const sites = sumOf(profile.head);
  const total = [...sites.values()].reduce((sum, bytes) => sum + bytes, 0);
  const worst = [...sites].sort(([, a], [, b]) => b - a).slice(0, SITES);
  return {
    "bytes a block": Math.round((10 * total) / BLOCKS) / 10,
    where: worst.map(([site, bytes]) => `${site} ${Math.round(bytes / BLOCKS)}`).join(", "),
  };
}

/** Bytes by function, of our own sources. */
function sumOf(head: Site): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  const add = ({ callFrame, selfSize, children }: Site) => {
    const file = /\/(src\/dsp|sounds\/layers)\/.*?([^/]+)$/.exec(callFrame.url)?.[2];
    const site = `${callFrame.functionName} ${file}:${callFrame.lineNumber + 1}`;
    if (file && selfSize > 0) bytes.set(site, (bytes.get(site) ?? 0) + selfSize);
    for (const child of children) add(child);
  };
  add(head);
  return bytes;
}
