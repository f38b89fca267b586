import type { Context } from "hono";
import type { App } from "../env.ts";
import { parseBody } from "../parse-body.ts";
import { problem } from "../problem.ts";
import { readJson } from "../read-json.ts";
import { Decision } from "../shelf/decision.ts";
import { MAX_DECISION_BYTES } from "../shelf/limits.ts";
import { numberedShelf, REPORT_SHELVES, reportShelfOf, shelfOf } from "../shelf/on-shelf.ts";
import type { ReportedItem } from "../shelf/reports.ts";
import { sharedIdOf } from "../shelf/shared-id-of.ts";

/** GET /api/operator/reports?page=0: what people have reported, a sixteenth of all presets at a time. */
export async function listReports(context: Context<App>): Promise<Response> {
  const { env, req } = context;
  const page = Number(req.query("page") ?? "0");
  if (!Number.isInteger(page) || page < 0 || page >= REPORT_SHELVES) return problem(context, "not-found");
  const list = numberedShelf(env, page);
  const reported: ReportedItem[] = [];
  for (const id of await list.notedReports()) {
    const item = await shelfOf(env, id).reportsOf(id);
    if (item) reported.push(item);
    // Withdrawn by its publisher, or over.
    else await list.forgetReported(id);
  }
  const next = page + 1 < REPORT_SHELVES ? page + 1 : null;
  return context.json({ reported, next }, 200, { "cache-control": "no-store" });
}

/** POST /api/operator/reports/:id: takes the preset away for good, or forgets what was said of it. */
export async function decideReport(context: Context<App, "/:id">): Promise<Response> {
  const id = sharedIdOf(context.req.param("id"));
  const { action } = parseBody(Decision, await readJson(context.req.raw, MAX_DECISION_BYTES));
  const shelf = shelfOf(context.env, id);
  const done = await (action === "withdraw" ? shelf.block(id) : shelf.dismiss(id));
  await reportShelfOf(context.env, id).forgetReported(id);
  return done
    ? context.body(null, 204, { "cache-control": "no-store" })
    : problem(context, "shared-not-found");
}
