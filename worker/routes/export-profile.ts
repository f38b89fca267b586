import type { Context } from "hono";
import { EXPORT_FORMAT } from "../../src/session/documents/bodies.ts";
import type { App } from "../env.ts";
import { callerOf, granted } from "../profile/caller.ts";
import { NO_STORE } from "./documents.ts";

/** GET /api/export: everything about a person in one file, which POST /api/import takes. Never a key. */
export async function exportProfile(context: Context<App>): Promise<Response> {
  const { profile, key } = await callerOf(context);
  const documents = granted(await profile.all(key));
  const { devices } = granted(await profile.devices(key));
  const bodies = documents.map(({ name, stored }): [string, unknown] => [name, JSON.parse(stored.body)]);
  const file = {
    format: EXPORT_FORMAT,
    version: 1,
    exportedAt: Date.now(),
    documents: Object.fromEntries(bodies),
    devices,
  };
  return context.json(file, 200, {
    ...NO_STORE,
    "content-disposition": 'attachment; filename="luwte-export.json"',
  });
}
