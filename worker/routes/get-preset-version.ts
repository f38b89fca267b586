import type { Context } from "hono";
import { findPreset } from "../presets.ts";
import { problem } from "../problem.ts";

/** GET /api/presets/:id/versions/:version: one immutable version, to be kept for good. */
export function getPresetVersion(context: Context<object, "/:id/versions/:version">): Response {
  const preset = findPreset(context.req.param("id"));
  if (!preset) return problem(context, "preset-not-found");
  if (preset.version !== context.req.param("version")) return problem(context, "version-not-found");
  return preset.versioned.send(context);
}
