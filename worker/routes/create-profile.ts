import type { Context } from "hono";
import { NewDeviceBody } from "../../src/session/documents/bodies.ts";
import type { App } from "../env.ts";
import { SMALL_BYTES } from "../limits/body-bytes.ts";
import { clientAddress } from "../limits/client-address.ts";
import { unlessEarly } from "../limits/later.ts";
import { liveStub } from "../limits/live-stub.ts";
import { Rate } from "../limits/rate.ts";
import { limitFrom } from "../limits/setting.ts";
import { parseBody } from "../parse-body.ts";
import { granted } from "../profile/caller.ts";
import { readJson } from "../read-json.ts";
import { admit, newKey } from "./new-device.ts";

/** A household, a school: many people share an address, and each makes one profile. */
const PROFILES_PER_HOUR = 30;
const SHARED_PERIOD_SECONDS = 60;
const made = new Rate(3_600_000);

/** POST /api/profiles: a profile with its first device. There is no account; the key in the answer is all there is. */
export async function createProfile(context: Context<App>): Promise<Response> {
  const { deviceName } = parseBody(NewDeviceBody, await readJson(context.req.raw, SMALL_BYTES));
  const { env } = context;
  const address = clientAddress(context.req.raw, env);
  unlessEarly(made.take(address, limitFrom(env.LUWTE_PROFILES_PER_HOUR, PROFILES_PER_HOUR), Date.now()));
  const shared = await env.PROFILES_RATE?.limit({ key: address });
  unlessEarly(shared && !shared.success ? SHARED_PERIOD_SECONDS : 0);
  const id = env.PROFILE.newUniqueId();
  const { secret, keyHash } = await newKey();
  const device = granted(await liveStub(env, env.PROFILE, id).create(keyHash, deviceName));
  return admit(context, id.toString(), secret, device);
}
