import type { Context } from "hono";
import type { App } from "../env.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { NO_STORE } from "./documents.ts";

/** GET /api/devices: who has a key, and which of them asks. */
export async function listDevices(context: Context<App>): Promise<Response> {
  const { profile, key } = await callerOf(context);
  return context.json(granted(await profile.devices(key)), 200, NO_STORE);
}
