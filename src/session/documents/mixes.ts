import * as v from "valibot";
import { Mix } from "../routine.ts";
import { EntryId, EpochMs, Name, Revision } from "./entries.ts";

export const MAX_MIXES = 100;

/** Mixes that a person made and named. Each is an entry of its own, so that two devices rarely disagree. */
export const MixesDocument = v.strictObject({
  version: v.literal(1),
  revision: v.exactOptional(Revision),
  mixes: v.pipe(
    v.record(EntryId, v.strictObject({ name: Name, levels: Mix, changedAt: EpochMs })),
    v.maxEntries(MAX_MIXES),
  ),
});
export type MixesDocument = v.InferOutput<typeof MixesDocument>;
