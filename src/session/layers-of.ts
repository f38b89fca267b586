import type { Item } from "./item.ts";
import { PULSE_LAYER } from "./pulse-layer.ts";
import type { SessionDocument } from "./schema.ts";

/** The layers that a session names, in its bed and in its scenes, and the one that its pulses sound with. */
export function layersOf({ bed, scripts = {} }: SessionDocument): readonly string[] {
  const named = Object.values(scripts).flatMap((script) =>
    script.parts.flatMap((part) => part.items.flatMap(layerOf)),
  );
  return [...bed.layers.map(({ layer }) => layer), ...named];
}

function layerOf(item: Item): readonly string[] {
  if ("scene" in item) return [item.scene.layer];
  return "pulse" in item ? [PULSE_LAYER] : [];
}
