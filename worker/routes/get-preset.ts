import type { Context } from "hono";
import { cachedJson } from "../cached-json.ts";
import { REVALIDATE } from "../headers.ts";
import { findPreset } from "../presets.ts";
import { problem } from "../problem.ts";

/** GET /api/presets/:id: the session document as it is now. Content-Location names the version, which never changes. */
export function getPreset(context: Context<object, "/:id">): Response {
  const preset = findPreset(context.req.param("id"));
  if (!preset) return problem(context, "preset-not-found");
  return cachedJson(
    context,
    { etag: `"${preset.version}"`, cacheControl: REVALIDATE, body: () => preset.body },
    { "content-location": `/api/presets/${preset.id}/versions/${preset.version}` },
  );
}
