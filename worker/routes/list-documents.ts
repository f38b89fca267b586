import type { Context } from "hono";
import type { Revisions } from "../../src/session/documents/bodies.ts";
import type { App } from "../env.ts";
import { isNotModified } from "../etag.ts";
import { callerOf, granted } from "../profile/caller.ts";
import type { Named } from "../profile/documents.ts";
import { NO_STORE } from "./documents.ts";

/** GET /api/documents: the revision of each document; all that a client needs to know what it has missed. */
export async function listDocuments(context: Context<App>): Promise<Response> {
  const { profile, key } = await callerOf(context);
  const answer = revisionsOf(granted(await profile.all(key)));
  // The body is a function of these alone, so this is a strong validator.
  const etag = `"${Object.entries(answer.documents).flat().join("-")}"`;
  const headers = { ...NO_STORE, etag };
  if (isNotModified(context.req.header("if-none-match"), etag)) return context.body(null, 304, headers);
  return context.json(answer, 200, headers);
}

export function revisionsOf(documents: readonly Named[]): Revisions {
  return { documents: Object.fromEntries(documents.map(({ name, stored }) => [name, stored.revision])) };
}
