import type { Context } from "hono";
import { NewDeviceBody } from "../../src/session/documents/bodies.ts";
import type { App } from "../env.ts";
import { SMALL_BYTES } from "../limits/body-bytes.ts";
import { parseBody } from "../parse-body.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { readJson } from "../read-json.ts";
import { admit, newKey } from "./new-device.ts";

/** POST /api/devices: another device, let in by a key that is at hand, such as the one on the recovery sheet. */
export async function addDevice(context: Context<App>): Promise<Response> {
  const { profileId, profile, key } = await callerOf(context);
  const { deviceName } = parseBody(NewDeviceBody, await readJson(context.req.raw, SMALL_BYTES));
  const { secret, keyHash } = await newKey();
  const device = granted(await profile.addDevice(key, keyHash, "device", deviceName));
  return admit(context, profileId, secret, device);
}
