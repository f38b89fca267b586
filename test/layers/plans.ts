import type { AutomationPlan } from "../../src/dsp/automation.ts";
import type { LayerDefinition } from "../../src/dsp/layer.ts";

/** A plan for every parameter that crosses its whole range: up, held, a step down, and halfway. */
export function busyPlans(layer: LayerDefinition): Readonly<Record<string, AutomationPlan>> {
  return Object.fromEntries(
    Object.entries(layer.params).map(([name, { min, max }], index) => [
      name,
      {
        points: [
          { atSeconds: -1, value: min },
          { atSeconds: 3 + index / 4, value: max },
          { atSeconds: 5, value: max },
          { atSeconds: 5.0001, value: min },
          { atSeconds: 7 + index / 4, value: (min + max) / 2 },
        ],
      },
    ]),
  );
}
