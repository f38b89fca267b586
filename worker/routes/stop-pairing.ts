import type { Context } from "hono";
import type { App } from "../env.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { NO_STORE } from "./documents.ts";

/** DELETE /api/pairing: the code that is shown lets nobody in any longer. */
export async function stopPairing(context: Context<App>): Promise<Response> {
  const { profile, key } = await callerOf(context);
  granted(await profile.stopPairing(key));
  return context.body(null, 204, NO_STORE);
}
