import type { Context } from "hono";
import type { App } from "../env.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { Refusal } from "../refusal.ts";
import { withdrawAll } from "../shelf/withdraw-all.ts";
import { NO_STORE } from "./documents.ts";

/** DELETE /api/profile: erases everything of a person here, at once and for good, what they share too. */
export async function eraseProfile(context: Context<App>): Promise<Response> {
  const { profileId, profile, key } = await callerOf(context);
  granted(await profile.device(key));
  if (context.req.header("luwte-confirm")?.trim().toLowerCase() !== "erase") {
    throw new Refusal("confirmation-missing");
  }
  // First, because afterwards nobody could ask again.
  await withdrawAll(context.env, { kind: "profile", id: profileId });
  granted(await profile.erase(key));
  return context.body(null, 204, NO_STORE);
}
