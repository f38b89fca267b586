import * as v from "valibot";
import { LANGUAGES } from "../../src/session/schema.ts";
import { MOMENTS } from "../../src/session/script-meta.ts";

const Seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(86_400));

/** What narrows the list of presets: at most one value each; what a preset does not say, it is not. */
export const PresetFilters = v.object({
  kind: v.optional(v.picklist(["bed", "guided"])),
  /** Beds have no words and stay. */
  language: v.optional(v.picklist(LANGUAGES)),
  moment: v.optional(v.picklist(MOMENTS)),
  need: v.optional(v.pipe(v.string(), v.maxLength(120))),
  /** Usual length, in `language` where that is given, else in any. Beds have none. */
  minSeconds: v.optional(Seconds),
  maxSeconds: v.optional(Seconds),
});
export type PresetFilters = v.InferOutput<typeof PresetFilters>;

/**
 * The filters of a query; parameters that are no filters are passed over.
 * @returns the name of a filter whose value does not exist, where there is one
 */
export function readFilters(query: Readonly<Record<string, string>>, needs: ReadonlySet<string>) {
  const read = v.safeParse(PresetFilters, {
    ...query,
    minSeconds: wholeNumber(query["minSeconds"]),
    maxSeconds: wholeNumber(query["maxSeconds"]),
  });
  if (!read.success) {
    const [path] = read.issues[0].path ?? [];
    return { unknown: String(path?.key ?? "") };
  }
  const { need } = read.output;
  return need === undefined || needs.has(need) ? { filters: read.output } : { unknown: "need" };
}

/** A number as a query writes it; anything else is left for the schema to refuse. */
function wholeNumber(text: string | undefined): unknown {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : text;
}
