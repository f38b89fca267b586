import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LayerDefinition } from "../../dsp/layer.ts";

/** Every layer in sounds/layers, by id. Throws, naming the file, where one exports no layer or an id stands twice. */
export async function readLayers(root: string): Promise<ReadonlyMap<string, LayerDefinition>> {
  const layers = new Map<string, LayerDefinition>();
  for (const file of await layerFiles(root)) {
    const exported: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href);
    const found = Object.values(exported).filter(isLayer);
    if (found.length === 0) throw new Error(`${file}: exports no layer; use defineLayer of src/dsp/layer.ts`);
    for (const layer of found) {
      if (layers.has(layer.id)) throw new Error(`${file}: another file has the layer "${layer.id}" already`);
      layers.set(layer.id, layer);
    }
  }
  return layers;
}

async function layerFiles(root: string): Promise<string[]> {
  const entries = await readdir(join(root, "sounds/layers"), { recursive: true });
  return entries
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `sounds/layers/${name}`)
    .sort();
}

function isLayer(value: unknown): value is LayerDefinition {
  return typeof value === "object" && value !== null && "kernel" in value && "loudnessLufs" in value;
}
