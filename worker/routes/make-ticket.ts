import type { Context } from "hono";
import type { App } from "../env.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { NO_STORE } from "./documents.ts";

/** POST /api/changes/tickets: lets one socket in. A browser can send a WebSocket no key, and an address is logged. */
export async function makeTicket(context: Context<App>): Promise<Response> {
  const { profile, key } = await callerOf(context);
  return context.json(granted(await profile.ticket(key)), 201, NO_STORE);
}
