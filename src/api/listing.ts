import * as v from "valibot";
import { MOMENTS } from "../session/script-meta.ts";

const Entry = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  kind: v.picklist(["bed", "guided"]),
  titles: v.record(v.string(), v.pipe(v.string(), v.nonEmpty(), v.maxLength(120))),
  usualSeconds: v.record(v.string(), v.pipe(v.number(), v.minValue(1))),
  moment: v.exactOptional(v.array(v.picklist(MOMENTS))),
});

const Listing = v.object({ presets: v.array(v.unknown()) });

/** One line of the list of sessions. Per language: title and usual length; a bed has no length and no moment. */
export type PresetEntry = v.InferOutput<typeof Entry>;

/**
 * Reads the answer of `GET /api/presets`. Entries that cannot be read are left out and counted.
 * @returns null where it is no listing at all
 */
export function parseListing(
  value: unknown,
): { readonly entries: readonly PresetEntry[]; readonly refused: number } | null {
  const listing = v.safeParse(Listing, value);
  if (!listing.success) return null;
  const entries = listing.output.presets.flatMap((each) => {
    const entry = v.safeParse(Entry, each);
    return entry.success ? [entry.output] : [];
  });
  return { entries, refused: listing.output.presets.length - entries.length };
}
