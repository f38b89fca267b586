import * as v from "valibot";
import { EveningFields } from "../routine.ts";
import { EpochMs, Revision } from "./entries.ts";

/** Evenings that a merge set aside, at most: enough for every device that a person has at hand. */
export const MAX_ASIDE = 5;

const Evening = v.pipe(
  v.strictObject({
    ...EveningFields,
    levels: v.pipe(EveningFields.levels, v.maxEntries(100)),
    wantedSeconds: v.pipe(EveningFields.wantedSeconds, v.maxEntries(100)),
  }),
  v.readonly(),
);

/** A person's evening. */
export const RoutineDocument = v.strictObject({
  version: v.literal(1),
  revision: v.exactOptional(Revision),
  changedAt: EpochMs,
  routine: Evening,
  /** Evenings that lost where two devices chose differently, newest first: nothing is lost, the person may take one back. */
  aside: v.pipe(v.array(v.strictObject({ changedAt: EpochMs, routine: Evening })), v.maxLength(MAX_ASIDE)),
});
export type RoutineDocument = v.InferOutput<typeof RoutineDocument>;
