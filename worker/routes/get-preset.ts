import type { Context } from "hono";
import { findPreset } from "../presets.ts";
import { problem } from "../problem.ts";

/** GET /api/presets/:id: the session document as it is now. Content-Location names the version, which never changes. */
export function getPreset(context: Context<object, "/:id">): Response {
  const preset = findPreset(context.req.param("id"));
  return preset ? preset.latest.send(context) : problem(context, "preset-not-found");
}
