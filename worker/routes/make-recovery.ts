import type { Context } from "hono";
import type { App } from "../env.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { admit, newKey } from "./new-device.ts";

/** What it is called in the list of devices; the screen has words of its own for its kind. */
const NAME = "Recovery sheet";

/** POST /api/recovery: a key for paper. It takes the place of an earlier one, which works no longer. */
export async function makeRecovery(context: Context<App>): Promise<Response> {
  const { profileId, profile, key } = await callerOf(context);
  const { secret, keyHash } = await newKey();
  const device = granted(await profile.addDevice(key, keyHash, "recovery", NAME));
  return admit(context, profileId, secret, device);
}
