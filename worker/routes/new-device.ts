import type { Context } from "hono";
import type { Admission, Device } from "../../src/session/documents/bodies.ts";
import { hashOf, newSecret } from "../profile/key.ts";
import { NO_STORE } from "./documents.ts";

export async function newKey(): Promise<{ readonly secret: string; readonly keyHash: ArrayBuffer }> {
  const secret = newSecret();
  return { secret, keyHash: await hashOf(secret) };
}

/** 201 with the secret, for the one and only time. */
export function admit(context: Context, profileId: string, secret: string, device: Device): Response {
  const admission: Admission = { profileId, secret, device };
  return context.json(admission, 201, NO_STORE);
}
