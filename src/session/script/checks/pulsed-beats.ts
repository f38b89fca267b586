import type { Check } from "./check.ts";
import { hasCaution } from "./has-caution.ts";

/** Layers that pulse. */
const PULSED: readonly string[] = ["beats"];

/** Pulsed beats do not go with epilepsy. */
export const pulsedBeats: Check = {
  rule: "pulsed-beats",
  severity: "error",
  find: ({ script, places }) => {
    if (hasCaution(script, "epilepsy")) return [];
    const scene = places.parts
      .flatMap(({ items }) => items)
      .find(({ item }) => "scene" in item && PULSED.includes(item.scene.layer));
    if (!scene) return [];
    const { line, column } = scene;
    return [{ line, column, message: "This sound pulses. Add “epilepsy” to the line “caution:”." }];
  },
};
