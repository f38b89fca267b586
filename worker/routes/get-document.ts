import type { Context } from "hono";
import type { App } from "../env.ts";
import { problem } from "../problem.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { documentName, sendDocument, sendNotModified } from "./documents.ts";

/** GET /api/documents/:name: the document, its revision in the body and as ETag; 304 to whoever has that revision. */
export async function getDocument(context: Context<App, "/:name">): Promise<Response> {
  const { profile, key } = await callerOf(context);
  const name = documentName(context.req.param("name"));
  const found = granted(await profile.read(key, name, context.req.header("if-none-match") ?? null));
  if (found === null) return problem(context, "document-not-found");
  return typeof found === "string"
    ? sendDocument(context, found, 200)
    : sendNotModified(context, found.unchanged);
}
