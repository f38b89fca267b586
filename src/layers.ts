import type { LayerFile } from "./engine/audio-thread.ts";
import type { LayerInfo } from "./session/catalogue.ts";

/** Every layer there is, loaded once something else than the first bed is wanted. */
const [layers = []] = Object.values(
  import.meta.glob<readonly LayerInfo[]>("../sounds/built/catalogue.json", { eager: true, import: "layers" }),
);
const urls = import.meta.glob<string>("../sounds/built/worklets/*.ts", {
  query: "?worker&url",
  import: "default",
  eager: true,
});

/** What the catalogue says of each layer. */
export const catalogue: readonly LayerInfo[] = layers;

/** A layer and where its module is; null where there is no such layer. */
export function layerFile(id: string): LayerFile | null {
  const info = layers.find((layer) => layer.id === id);
  const moduleUrl = urls[`../sounds/built/worklets/layer-${id}.ts`];
  return info && moduleUrl ? { info, moduleUrl } : null;
}
