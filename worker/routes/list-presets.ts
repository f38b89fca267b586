import type { Context } from "hono";
import { issueAt } from "../../src/session/issue.ts";
import { CachedAnswer } from "../cached-answer.ts";
import { REVALIDATE } from "../headers.ts";
import { catalogueHash, type Preset, presets } from "../presets.ts";
import { problem } from "../problem.ts";
import { type PresetFilters, readFilters } from "./preset-filters.ts";

const needs = new Set(presets.flatMap(({ need }) => need));
/** Each preset's line in the list, written once. */
const lines = presets.map((preset) => ({ preset, json: JSON.stringify(entry(preset)) }));

/** The list as the app asks for it. */
const whole = answerTo({});

/** GET /api/presets: what there is to hear, narrowed by kind, language, moment, need and usual length. */
export function listPresets(context: Context): Response {
  if (!context.req.url.includes("?")) return whole.send(context);
  const read = readFilters(context.req.query(), needs);
  if (!read.filters) {
    return problem(context, "filter-unknown", {}, [issueAt(`/${read.unknown}`, "choice")]);
  }
  return answerTo(read.filters).send(context);
}

function answerTo(filters: PresetFilters): CachedAnswer {
  const chosen = lines.filter(({ preset }) => suits(preset, filters));
  return new CachedAnswer({
    // The body is a function of the catalogue and the filters alone, so this is a strong validator.
    etag: tagOf(filters),
    cacheControl: REVALIDATE,
    body: `{"presets":[${chosen.map(({ json }) => json).join(",")}]}`,
  });
}

function tagOf({ kind, language, moment, need, minSeconds, maxSeconds }: PresetFilters): string {
  const needs = need === undefined ? undefined : encodeURIComponent(need);
  const parts = [kind, language, moment, needs, minSeconds, maxSeconds].map((part) => part ?? "");
  return `"${[catalogueHash, ...parts].join("/")}"`;
}

function suits(preset: Preset, filters: PresetFilters): boolean {
  const { kind, language, moment, need, minSeconds, maxSeconds } = filters;
  return (
    (kind === undefined || preset.kind === kind) &&
    (language === undefined || preset.languages.length === 0 || preset.languages.includes(language)) &&
    (moment === undefined || preset.moment.includes(moment)) &&
    (need === undefined || preset.need.includes(need)) &&
    ((minSeconds === undefined && maxSeconds === undefined) ||
      lengths(preset, language).some(
        (seconds) => (minSeconds ?? 0) <= seconds && seconds <= (maxSeconds ?? Number.POSITIVE_INFINITY),
      ))
  );
}

function lengths({ usualSeconds }: Preset, language: string | undefined): readonly number[] {
  return Object.entries(usualSeconds).flatMap(([spoken, seconds]) =>
    language === undefined || language === spoken ? [seconds] : [],
  );
}

function entry({ body: _, ...preset }: Preset) {
  return { ...preset, url: `/api/presets/${preset.id}/versions/${preset.version}` };
}
