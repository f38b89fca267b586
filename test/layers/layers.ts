import type { LayerDefinition } from "../../src/dsp/layer.ts";

const files = import.meta.glob<Record<string, LayerDefinition>>("../../sounds/layers/**/*.ts", {
  eager: true,
});

/** Every layer there is, as [id, layer], found in its folder: a new layer is tested without a word written here. */
export const layers: readonly (readonly [string, LayerDefinition])[] = Object.values(files)
  .flatMap((file) => Object.values(file))
  .map((layer) => [layer.id, layer] as const);

/** Layers whose sound is noise: beds and textures, not tones. */
export const noises = layers.filter(([, layer]) => layer.family !== "tone");
