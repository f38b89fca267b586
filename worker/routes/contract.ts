import type { Context } from "hono";
import built from "../../sounds/built/contract.json";
import { CachedAnswer } from "../cached-answer.ts";
import { pageWithStyle, REVALIDATE } from "../headers.ts";

/** The API's own contract, made when the content is built. */
const openapi = answer(built.openapi, "application/json");
const sessionSchema = answer(built.sessionSchema, "application/schema+json");
/** Its one style is known by its hash; there is no script. */
const page = answer(built.page, "text/html; charset=utf-8", {
  "content-security-policy": pageWithStyle(built.styleHash),
});

/** GET /api/openapi.json */
export function getOpenapi(context: Context): Response {
  return openapi.send(context);
}

/** GET /api/session.schema.json: for editors. */
export function getSessionSchema(context: Context): Response {
  return sessionSchema.send(context);
}

/** GET /api: the contract to read. */
export function getPage(context: Context): Response {
  return page.send(context);
}

function answer(
  { body, hash }: { readonly body: string; readonly hash: string },
  type: string,
  headers: Readonly<Record<string, string>> = {},
): CachedAnswer {
  return new CachedAnswer({ etag: `"${hash}"`, cacheControl: REVALIDATE, body, type, headers });
}
