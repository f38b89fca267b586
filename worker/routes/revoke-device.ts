import type { Context } from "hono";
import type { App } from "../env.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { NO_STORE } from "./documents.ts";

/** DELETE /api/devices/:id: its key opens nothing from now on. A device may revoke itself. */
export async function revokeDevice(context: Context<App, "/:id">): Promise<Response> {
  const { profile, key } = await callerOf(context);
  granted(await profile.revokeDevice(key, context.req.param("id")));
  return context.body(null, 204, NO_STORE);
}
