import type { SessionDocument } from "./schema.ts";

/** The layers that a session names, in its bed and in its scenes. */
export function layersOf({ bed, scripts = {} }: SessionDocument): readonly string[] {
  const scenes = Object.values(scripts).flatMap((script) =>
    script.parts.flatMap((part) => part.items.flatMap((item) => ("scene" in item ? [item.scene.layer] : []))),
  );
  return [...bed.layers.map(({ layer }) => layer), ...scenes];
}
