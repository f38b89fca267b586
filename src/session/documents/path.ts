import * as v from "valibot";
import { SessionId } from "../routine.ts";
import { EntryId, EpochMs, Revision } from "./entries.ts";

/** The five steps of the inner-safety path, in their order; none is ever locked. */
export const PATH_STEPS = ["recognise", "regulate", "boundaries", "connect", "integrate"] as const;

/** Older practice is forgotten first: doses grow by the last weeks, and no streak is ever shown. */
export const MAX_PRACTISED = 1000;

const Done = v.exactOptional(EpochMs);

/** How far a person is on the path. What they noticed or wrote stays on the device. */
export const PathDocument = v.strictObject({
  version: v.literal(1),
  revision: v.exactOptional(Revision),
  /** When a step was marked as done; a step that is not here is not. */
  steps: v.strictObject({
    recognise: Done,
    regulate: Done,
    boundaries: Done,
    connect: Done,
    integrate: Done,
  } satisfies Record<(typeof PATH_STEPS)[number], unknown>),
  /** What was practised, when (at its start) and for how long: a set, of which a merge keeps both halves. */
  practised: v.pipe(
    v.record(
      EntryId,
      v.strictObject({
        session: SessionId,
        at: EpochMs,
        seconds: v.pipe(v.number(), v.minValue(1), v.maxValue(36_000)),
      }),
    ),
    v.maxEntries(MAX_PRACTISED),
  ),
});
export type PathDocument = v.InferOutput<typeof PathDocument>;
