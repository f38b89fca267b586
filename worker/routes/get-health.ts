import type { Context } from "hono";
import { version } from "../../package.json";

/** GET /api/health: whether the service answers, and which version of it. */
export function getHealth(context: Context): Response {
  return context.json({ status: "ok", version }, 200, { "cache-control": "no-store" });
}
