import type { Context } from "hono";
import type { App } from "../env.ts";
import { liveProfiles } from "../limits/live-objects.ts";
import { limitFrom } from "../limits/setting.ts";
import type { ProblemCode } from "../problem.ts";
import { Refusal } from "../refusal.ts";
import { hashOf, parseBearer } from "./key.ts";
import type { Profile, Refused } from "./profile.ts";

/** When a busy service may be asked again: objects that nobody uses are gone by then. */
const BUSY_SECONDS = 10;

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

/** The object of an id; null where it was never minted here. Throws 503 beyond the number that may be live. */
export function profileStub(env: App["Bindings"], id: string): DurableObjectStub<Profile> | null {
  let minted: DurableObjectId;
  try {
    minted = env.PROFILE.idFromString(id);
  } catch {
    return null;
  }
  return liveStub(env, minted);
}

/** An object in memory, or a 503 while there are as many as there may be. */
export function liveStub(env: App["Bindings"], id: DurableObjectId): DurableObjectStub<Profile> {
  const most = limitFrom(env.LUWTE_LIVE_PROFILES, Number.POSITIVE_INFINITY);
  if (!liveProfiles.touch(id.toString(), most, Date.now())) throw tooBusy();
  return env.PROFILE.get(id);
}

/** What an object answered, if it did what was asked; throws the problem where it refused. */
export function granted<Answer>(answer: Answer): Exclude<Answer, { refused: unknown }> {
  if (!isRefused(answer)) return answer as Exclude<Answer, { refused: unknown }>;
  if (answer.refused === "key-refused") throw keyRefused();
  if (answer.retryAfter !== undefined) throw later(answer.refused, answer.retryAfter);
  throw new Refusal(answer.refused);
}

/** Throws `too-many-requests` unless there is nothing to wait for. */
export function unlessEarly(retryAfterSeconds: number): void {
  if (retryAfterSeconds > 0) throw later("too-many-requests", retryAfterSeconds);
}

export function tooBusy(): Refusal {
  return later("busy", BUSY_SECONDS);
}

export function keyRefused(): Refusal {
  return new Refusal("key-refused", [], { "www-authenticate": "Bearer" });
}

/** A problem that passes: Retry-After says when. */
export function later(code: ProblemCode, seconds: number): Refusal {
  return new Refusal(code, [], { "retry-after": String(seconds) });
}

function isRefused(answer: unknown): answer is Refused {
  return typeof answer === "object" && answer !== null && "refused" in answer;
}
