import * as v from "valibot";
import { EveningFields } from "../routine.ts";
import { EpochMs, Revision } from "./entries.ts";

/** Evenings that a merge set aside, at most: enough for every device that a person has at hand. */
export const MAX_ASIDE = 5;

/** Sessions of which a mix, or a wanted length, is remembered. */
export const MAX_PER_SESSION = 100;

const Evening = v.pipe(
  v.strictObject({
    ...EveningFields,
    levels: v.pipe(EveningFields.levels, v.maxEntries(MAX_PER_SESSION)),
    wantedSeconds: v.pipe(EveningFields.wantedSeconds, v.maxEntries(MAX_PER_SESSION)),
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
