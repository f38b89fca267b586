import type { Context } from "hono";
import type { App } from "../env.ts";
import { newCode, readCode } from "../pairing/code.ts";
import { pairingFor } from "../pairing/objects.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { hashOf } from "../profile/key.ts";
import { NO_STORE } from "./documents.ts";

const CODE_MS = 600_000;

/** POST /api/pairing: a code that lets one more device in, for ten minutes. An earlier one stops working. */
export async function startPairing(context: Context<App>): Promise<Response> {
  const { profileId, profile, key } = await callerOf(context);
  const code = newCode();
  const codeHash = await hashOf(readCode(code) ?? code);
  const { expiresAt } = granted(await profile.startPairing(key, codeHash, Date.now() + CODE_MS));
  await pairingFor(context.env, codeHash).offer(codeHash, profileId, expiresAt);
  return context.json({ code, expiresAt }, 201, NO_STORE);
}
