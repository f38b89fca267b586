import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What a layer's file says of it, in the comment above its definition. */
export interface LayerDoc {
  readonly id: string;
  /** How it is made, in a sentence or two. */
  readonly structure: string;
  /** Where its figures come from. */
  readonly sources: readonly string[];
}

const DEFINITION =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const \w+ = defineLayer\(\{\s*id: "([a-z0-9-]+)"/g;

/** Every layer's doc comment, by id. Throws, naming the layer, where one has no structure or no `@source`. */
export async function readLayerDocs(root: string): Promise<ReadonlyMap<string, LayerDoc>> {
  const folder = join(root, "sounds/layers");
  const docs = new Map<string, LayerDoc>();
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith(".ts")) continue;
    for (const doc of layerDocs(await readFile(join(folder, name), "utf8"))) docs.set(doc.id, doc);
  }
  return docs;
}

/** The doc comments of the layers that a file defines. */
export function layerDocs(text: string): LayerDoc[] {
  return [...text.matchAll(DEFINITION)].map(([, comment = "", id = ""]) => {
    const plain = comment.replace(/^\s*\* ?/gm, "").trim();
    const [structure = "", ...sources] = plain
      .split(/^@source\s+/m)
      .map((part) => part.trim().replace(/\s+/g, " "));
    if (!structure) throw new Error(`layer ${id}: its doc comment does not say how it is made`);
    if (sources.length === 0) throw new Error(`layer ${id}: its doc comment has no @source`);
    return { id, structure, sources };
  });
}
