import type { LayerDefinition } from "../../src/dsp/layer.ts";

const files = import.meta.glob<Record<string, LayerDefinition>>("../../sounds/layers/**/*.ts", {
  eager: true,
});

/** Every layer there is, as [id, layer], found in its folder: a new layer is tested without a word written here. */
export const layers: readonly (readonly [string, LayerDefinition])[] = Object.values(files)
  .flatMap((file) => Object.values(file))
  .map((layer) => [layer.id, layer] as const);

/** Every n-th layer, so that as many test files run side by side. @param index 0..of - 1 */
export function share(index: number, of: number): readonly LayerDefinition[] {
  return layers.filter((_, at) => at % of === index).map(([, layer]) => layer);
}
