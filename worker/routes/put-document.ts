import type { Context } from "hono";
import { DOCUMENTS } from "../../src/session/documents/documents.ts";
import type { App } from "../env.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { readJson } from "../read-json.ts";
import { Refusal } from "../refusal.ts";
import { contentOf, documentName, mismatch, sendDocument } from "./documents.ts";
import { preconditionOf } from "./precondition.ts";

/** PUT /api/documents/:name: makes or replaces it, if it is still what the client has read. Answers the document as kept. */
export async function putDocument(context: Context<App, "/:name">): Promise<Response> {
  const { profile, key } = await callerOf(context);
  const name = documentName(context.req.param("name"));
  const value = await readJson(context.req.raw, DOCUMENTS[name].maxBytes);
  const content = contentOf(name, value);
  const condition = preconditionOf(context.req.header("if-match"), context.req.header("if-none-match"));
  if (condition === null) throw new Refusal("precondition-missing");
  const written = granted(await profile.write(key, name, condition, content));
  if (typeof written === "string") return sendDocument(context, written, 200);
  return "created" in written
    ? sendDocument(context, written.created, 201)
    : mismatch(context, written.current);
}
