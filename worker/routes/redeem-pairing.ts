import type { Context } from "hono";
import { RedeemBody } from "../../src/session/documents/bodies.ts";
import type { App } from "../env.ts";
import { SMALL_BYTES } from "../limits/body-bytes.ts";
import { clientAddress } from "../limits/client-address.ts";
import { later, unlessEarly } from "../limits/later.ts";
import { Rate } from "../limits/rate.ts";
import { readCode } from "../pairing/code.ts";
import { pairingFor } from "../pairing/objects.ts";
import { parseBody } from "../parse-body.ts";
import { granted, profileStub } from "../profile/caller.ts";
import { hashOf } from "../profile/key.ts";
import { readJson } from "../read-json.ts";
import { Refusal } from "../refusal.ts";
import { admit, newKey } from "./new-device.ts";

/** Codes that one address may try in ten minutes: enough for every typing mistake. */
const TRIES = 10;
const SHARED_PERIOD_SECONDS = 60;
const tried = new Rate(600_000);

/** POST /api/pairing/redeem: becomes a device of the profile whose code this is. Works once. */
export async function redeemPairing(context: Context<App>): Promise<Response> {
  const typed = parseBody(RedeemBody, await readJson(context.req.raw, SMALL_BYTES));
  const { env } = context;
  const address = clientAddress(context.req.raw, env);
  unlessEarly(tried.take(address, TRIES, Date.now()));
  const shared = await env.CODES_RATE?.limit({ key: address });
  unlessEarly(shared && !shared.success ? SHARED_PERIOD_SECONDS : 0);

  const code = readCode(typed.code);
  if (code === null) throw new Refusal("code-refused");
  const codeHash = await hashOf(code);
  const taken = await pairingFor(env, codeHash).take(codeHash);
  if (taken === null) throw new Refusal("code-refused");
  if ("retryAfter" in taken) throw later("too-many-requests", taken.retryAfter);
  const { profileId } = taken;
  const profile = profileStub(env, profileId);
  if (!profile) throw new Refusal("code-refused");
  const { secret, keyHash } = await newKey();
  const device = granted(await profile.redeem(codeHash, keyHash, typed.deviceName));
  return admit(context, profileId, secret, device);
}
