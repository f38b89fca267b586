import { posix } from "node:path";
import type { SessionDocument } from "../../session/schema.ts";
import { DEFAULT_ROUTINE } from "../../store/routine.ts";
import { layerInfo } from "./catalogue-file.ts";
import type { FoundLayer } from "./read-layers.ts";

const FOLDER = "sounds/built/worklets";

/**
 * Generated modules: for each layer one that hands it to the audio thread, so that each is bundled and loaded by itself;
 * and one with all that the first night's bed needs, which stands in the main bundle.
 * @returns contents by path relative to sounds/built
 */
export function workletModules(
  layers: readonly FoundLayer[],
  sessions: readonly SessionDocument[],
): ReadonlyMap<string, string> {
  const modules = new Map(layers.map((found) => [`worklets/${moduleName(found.layer.id)}`, bringing(found)]));
  const first = sessions.find(({ id }) => id === DEFAULT_ROUTINE.session);
  if (first) modules.set("first.ts", firstBed(layers, first));
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

/** The first bed's document, and its layers as {@link LayerFile} by id. */
function firstBed(layers: readonly FoundLayer[], { id, bed }: SessionDocument): string {
  const ids = new Set(bed.layers.map(({ layer }) => layer));
  const needed = layers.map(({ layer }) => layer).filter((layer) => ids.has(layer.id));
  return [
    `import session from "./sessions/${id}.json";`,
    ...needed.map(
      (layer, index) => `import url${index} from "./worklets/${moduleName(layer.id)}?worker&url";`,
    ),
    "",
    "export { session };",
    "export const layers = {",
    ...needed.map(
      (layer, index) =>
        `  "${layer.id}": { moduleUrl: url${index}, info: ${JSON.stringify(layerInfo(layer))} },`,
    ),
    "};",
    "",
  ].join("\n");
}
