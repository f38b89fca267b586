import type { Context } from "hono";
import { LANGUAGES } from "../../src/session/schema.ts";
import { cachedJson } from "../cached-json.ts";
import { REVALIDATE } from "../headers.ts";
import { catalogueHash, type Preset, presets } from "../presets.ts";
import { problem } from "../problem.ts";

const KINDS = ["bed", "guided"];

/** GET /api/presets: what there is to hear. `?kind=bed|guided` and `?language=nl|en` narrow it; beds have no language. */
export function listPresets(context: Context): Response {
  const kind = context.req.query("kind");
  const language = context.req.query("language");
  if (kind !== undefined && !KINDS.includes(kind)) return problem(context, "filter-unknown");
  if (language !== undefined && !LANGUAGES.some((known) => known === language)) {
    return problem(context, "filter-unknown");
  }
  const chosen = (preset: Preset) =>
    (kind === undefined || preset.kind === kind) &&
    (language === undefined || preset.languages.length === 0 || preset.languages.includes(language));
  return cachedJson(context, {
    // The body is a function of the catalogue and the two filters alone, so this is a strong validator.
    etag: `"${[catalogueHash, kind ?? "all", language ?? "all"].join("-")}"`,
    cacheControl: REVALIDATE,
    body: () => JSON.stringify({ presets: presets.filter(chosen).map(entry) }),
  });
}

function entry({ body: _, ...preset }: Preset) {
  return { ...preset, url: `/api/presets/${preset.id}/versions/${preset.version}` };
}
