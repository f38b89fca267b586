import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { LayerDefinition } from "../../dsp/layer.ts";

/** A layer and where it stands. */
export interface FoundLayer {
  readonly layer: LayerDefinition;
  /** From the project's folder, with slashes. */
  readonly file: string;
  /** Its name in that file. */
  readonly exportName: string;
}

/** Every layer in sounds/layers, by id. Throws as {@link findLayers}. */
export async function readLayers(root: string): Promise<ReadonlyMap<string, LayerDefinition>> {
  return new Map((await findLayers(root)).map(({ layer }) => [layer.id, layer]));
}

/**
 * Every layer in sounds/layers, in the order of their files: one a file, which is named by the layer's id and stands in
 * the folder of its family. Throws, naming the file, where that is not so.
 */
export async function findLayers(root: string): Promise<readonly FoundLayer[]> {
  return Promise.all((await layerFiles(root)).map((file) => layerIn(root, file)));
}

/** The layer of one id, its file alone read; null where there is none. Throws as {@link findLayers}. */
export async function findLayer(root: string, id: string): Promise<LayerDefinition | null> {
  const file = (await layerFiles(root)).find((path) => idOf(path) === id);
  return file ? (await layerIn(root, file)).layer : null;
}

/** Ids of all layers, from the names of their files. */
export async function layerIds(root: string): Promise<readonly string[]> {
  return (await layerFiles(root)).map(idOf);
}

async function layerIn(root: string, file: string): Promise<FoundLayer> {
  const exported: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href);
  const found = Object.entries(exported).flatMap(([exportName, value]) =>
    isLayer(value) ? [{ layer: value, file, exportName }] : [],
  );
  const [only, ...others] = found;
  if (!only) throw new Error(`${file}: exports no layer; use defineLayer of src/dsp/layer.ts`);
  if (others.length > 0) throw new Error(`${file}: exports more than one layer; each has a file of its own`);
  const { id, family } = only.layer;
  const place = `sounds/layers/${family}/${id}.ts`;
  if (file !== place) throw new Error(`${file}: the layer "${id}" of family "${family}" belongs in ${place}`);
  return only;
}

async function layerFiles(root: string): Promise<string[]> {
  const entries = await readdir(join(root, "sounds/layers"), { recursive: true });
  return entries
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `sounds/layers/${name.replaceAll("\\", "/")}`)
    .sort();
}

function idOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".ts".length);
}

function isLayer(value: unknown): value is LayerDefinition {
  return typeof value === "object" && value !== null && "kernel" in value && "loudnessLufs" in value;
}
