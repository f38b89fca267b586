import { posix } from "node:path";
import type { SessionDocument } from "../../session/schema.ts";
import { DEFAULT_ROUTINE } from "../../store/routine.ts";
import { layerInfo } from "./catalogue-file.ts";
import type { FoundLayer } from "./read-layers.ts";

const FOLDER = "sounds/built/worklets";

/**
 * Generated modules: for each layer one that hands it to the audio thread, so that each is bundled and loaded by itself;
 * and for the first night's bed, which nothing may be waited for, its document and the descriptions of its layers (in the
 * main bundle) and their kernels (in the audio thread's host).
 * @returns contents by path relative to sounds/built
 */
export function workletModules(
  layers: readonly FoundLayer[],
  sessions: readonly SessionDocument[],
): ReadonlyMap<string, string> {
  const modules = new Map(layers.map((found) => [`worklets/${moduleName(found.layer.id)}`, bringing(found)]));
  const first = sessions.find(({ id }) => id === DEFAULT_ROUTINE.session);
  if (first) {
    const ids = new Set(first.bed.layers.map(({ layer }) => layer));
    const needed = layers.filter(({ layer }) => ids.has(layer.id));
    modules.set("first/bed.ts", firstBed(needed, first));
    modules.set("first/kernels.ts", firstKernels(needed));
  }
  return modules;
}

function moduleName(id: string): string {
  return `layer-${id}.ts`;
}

function bringing({ file, exportName }: FoundLayer): string {
  return [
    `import { ${exportName} } from "${posix.relative(FOLDER, file)}";`,
    `import { bringLayers } from "${posix.relative(FOLDER, "src/engine/worklet/layers-here.ts")}";`,
    "",
    `bringLayers(${exportName});`,
    "",
  ].join("\n");
}

/** The first bed's document, and what the catalogue says of its layers. */
function firstBed(needed: readonly FoundLayer[], { id }: SessionDocument): string {
  return [
    `import session from "../sessions/${id}.json";`,
    "",
    "export { session };",
    `export const layers = ${JSON.stringify(needed.map(({ layer }) => layerInfo(layer)))};`,
    "",
  ].join("\n");
}

/** The first bed's layers themselves. */
function firstKernels(needed: readonly FoundLayer[]): string {
  return [
    ...needed.map(({ file, exportName }) => `import { ${exportName} } from "../../../${file}";`),
    "",
    `export const layers = [${needed.map(({ exportName }) => exportName).join(", ")}];`,
    "",
  ]
    .join("\n")
    .replaceAll("../../../sounds/", "../../");
}
