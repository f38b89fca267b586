import * as v from "valibot";

/** A wall-clock time, ms since 1970, by the clock of the device that wrote it. Merging reads it; the Worker does not. */
export const EpochMs = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));

/** Names an entry within a document for good; made by the device, at random. */
export const EntryId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/));

/** Words of a person's own. No control characters, nothing but spaces is no name. */
export const Name = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60), v.regex(/^\P{Cc}+$/u));

/** Counts the writes of a document, from 1; 0 on a device that has never saved it. The Worker gives it and never reads it. */
export const Revision = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
