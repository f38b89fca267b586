import type { Context } from "hono";
import built from "../../sounds/built/contract.json";
import { cachedJson } from "../cached-json.ts";
import { pageWithStyle, REVALIDATE } from "../headers.ts";

/** The API's own contract, made when the content is built. */
const { openapi, sessionSchema, page, styleHash } = built;

/** GET /api/openapi.json */
export function getOpenapi(context: Context): Response {
  return send(context, openapi, "application/json");
}

/** GET /api/session.schema.json: for editors. */
export function getSessionSchema(context: Context): Response {
  return send(context, sessionSchema, "application/schema+json");
}

/** GET /api: the contract to read. Its one style is known by its hash; there is no script. */
export function getPage(context: Context): Response {
  return send(context, page, "text/html; charset=utf-8", {
    "content-security-policy": pageWithStyle(styleHash),
  });
}

function send(
  context: Context,
  { body, hash }: { readonly body: string; readonly hash: string },
  type: string,
  headers: Record<string, string> = {},
): Response {
  const answer = { etag: `"${hash}"`, cacheControl: REVALIDATE, body: () => body, type };
  return cachedJson(context, answer, headers);
}
