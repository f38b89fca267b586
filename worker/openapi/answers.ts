import * as v from "valibot";
import { LANGUAGES } from "../../src/session/schema.ts";
import { MOMENTS } from "../../src/session/script-meta.ts";
import { REPORT_REASONS, SharedId } from "../../src/session/shared.ts";

/** Answers that only the contract needs to know the form of. */

const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,39}$/));

export const Health = v.object({ status: v.literal("ok"), version: v.string() });

export const PresetEntry = v.strictObject({
  id: Id,
  version: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  kind: v.picklist(["bed", "guided"]),
  languages: v.array(v.picklist(LANGUAGES)),
  titles: v.strictObject({ nl: v.string(), en: v.string() }),
  usualSeconds: v.strictObject({ nl: v.optional(v.number()), en: v.optional(v.number()) }),
  moment: v.array(v.picklist(MOMENTS)),
  need: v.array(v.string()),
  url: v.string(),
});

export const PresetListing = v.strictObject({ presets: v.array(PresetEntry) });

export const Issue = v.strictObject({
  pointer: v.pipe(v.string(), v.description("JSON pointer to the place in the body; never what was sent.")),
  code: v.string(),
  message: v.string(),
});

export const Problem = v.looseObject({
  type: v.pipe(v.string(), v.regex(/^urn:luwte:problem:[a-z-]+$/)),
  title: v.string(),
  status: v.pipe(v.number(), v.integer()),
  detail: v.pipe(v.string(), v.description("What to do about it.")),
  code: v.pipe(v.string(), v.description("Stable: programs decide by it.")),
  pointer: v.optional(v.pipe(v.string(), v.description("The first of the issues' pointers."))),
  issues: v.optional(v.array(Issue)),
});

export const ReportedPage = v.strictObject({
  reported: v.array(
    v.strictObject({
      id: SharedId,
      kind: v.picklist(["mix", "script"]),
      reports: v.pipe(v.number(), v.integer(), v.minValue(1)),
      newest: v.array(
        v.strictObject({ reason: v.picklist(REPORT_REASONS), note: v.nullable(v.string()), at: v.string() }),
      ),
      mix: v.nullable(v.pipe(v.string(), v.description("A mix as JSON; null for a script."))),
    }),
  ),
  next: v.nullable(v.pipe(v.number(), v.integer())),
});

export const OpenDocument = v.looseObject({});
