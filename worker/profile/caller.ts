import type { Context } from "hono";
import type { App, Env } from "../env.ts";
import { later } from "../limits/later.ts";
import { liveStub } from "../limits/live-stub.ts";
import { Refusal } from "../refusal.ts";
import { hashOf, parseBearer } from "./key.ts";
import type { Profile, Refused } from "./profile.ts";

/** Who asks: the profile that the key names, and the key's hash, which the profile has yet to know. */
export interface Caller {
  readonly profileId: string;
  readonly profile: DurableObjectStub<Profile>;
  readonly key: ArrayBuffer;
}

/** Reads the key of a request. Throws 401 for what cannot be one, before any object is touched; 503 where it is busy. */
export async function callerOf(context: Context<App>): Promise<Caller> {
  const key = parseBearer(context.req.header("authorization"));
  if (!key) throw keyRefused();
  const profile = profileStub(context.env, key.profileId);
  if (!profile) throw keyRefused();
  return { profileId: key.profileId, profile, key: await hashOf(key.secret) };
}

/** The object of an id; null where it was never minted here. */
export function profileStub(env: Env, id: string): DurableObjectStub<Profile> | null {
  let minted: DurableObjectId;
  try {
    minted = env.PROFILE.idFromString(id);
  } catch {
    return null;
  }
  return liveStub(env, env.PROFILE, minted);
}

/** What an object answered, if it did what was asked; throws the problem where it refused. */
export function granted<Answer>(answer: Answer): Exclude<Answer, { refused: unknown }> {
  if (!isRefused(answer)) return answer as Exclude<Answer, { refused: unknown }>;
  if (answer.refused === "key-refused") throw keyRefused();
  if (answer.retryAfter !== undefined) throw later(answer.refused, answer.retryAfter);
  throw new Refusal(answer.refused);
}

export function keyRefused(): Refusal {
  return new Refusal("key-refused", [], { "www-authenticate": "Bearer" });
}

function isRefused(answer: unknown): answer is Refused {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}
