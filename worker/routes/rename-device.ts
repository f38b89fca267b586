import type { Context } from "hono";
import { RenameBody } from "../../src/session/documents/bodies.ts";
import type { App } from "../env.ts";
import { SMALL_BYTES } from "../limits/body-bytes.ts";
import { parseBody } from "../parse-body.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { readJson } from "../read-json.ts";
import { NO_STORE } from "./documents.ts";

/** PATCH /api/devices/:id: another name for a device. */
export async function renameDevice(context: Context<App, "/:id">): Promise<Response> {
  const { profile, key } = await callerOf(context);
  const { name } = parseBody(RenameBody, await readJson(context.req.raw, SMALL_BYTES));
  const device = granted(await profile.renameDevice(key, context.req.param("id"), name));
  return context.json(device, 200, NO_STORE);
}
