import * as v from "valibot";
import { SettingsFields } from "../routine.ts";
import { EpochMs, Revision } from "./entries.ts";

/** What holds whatever the evening, on every device of a person. */
export const SettingsDocument = v.strictObject({
  version: v.literal(1),
  revision: v.exactOptional(Revision),
  changedAt: EpochMs,
  settings: v.pipe(v.strictObject(SettingsFields), v.readonly()),
});
export type SettingsDocument = v.InferOutput<typeof SettingsDocument>;
