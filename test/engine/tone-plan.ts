import type { SoundPlan } from "../../src/engine/plan.ts";

/** A night of nothing but the test tone, at its calibrated level. */
export const tonePlan: SoundPlan = {
  seed: 1,
  layers: [{ layer: "test-tone", gainDb: 0 }],
  breathing: null,
  breathTone: [],
  guides: [],
  ending: null,
};
