import type { LayerDefinition } from "../../dsp/layer.ts";

declare global {
  /** In the audio thread: the layers that have come, by id. Every module is bundled by itself, so they share it here. */
  var luwteLayers: Map<string, LayerDefinition> | undefined;
}

/** The layers that this audio thread has, whichever module came first. */
export function layersHere(): ReadonlyMap<string, LayerDefinition> {
  globalThis.luwteLayers ??= new Map();
  return globalThis.luwteLayers;
}

/** Adds layers: what a layer's own module does when it comes. */
export function bringLayers(...layers: readonly LayerDefinition[]): void {
  globalThis.luwteLayers ??= new Map();
  for (const layer of layers) globalThis.luwteLayers.set(layer.id, layer);
}
