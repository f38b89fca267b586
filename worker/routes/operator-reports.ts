import type { Context } from "hono";
import type { App } from "../env.ts";
import { parseBody } from "../parse-body.ts";
import { problem } from "../problem.ts";
import { readJson } from "../read-json.ts";
import { Decision } from "../shelf/decision.ts";
import { MAX_DECISION_BYTES } from "../shelf/limits.ts";
import { numberedShelf, SHELVES, shelfOf } from "../shelf/on-shelf.ts";
import { sharedIdOf } from "../shelf/shared-id-of.ts";

/** Shelves asked at a time, so that a reading wakes few of them. */
const PAGE = 16;
export const REPORT_PAGES = SHELVES / PAGE;

/** GET /api/operator/reports?page=0: what people have reported, one sixteenth of the shelves at a time. */
export async function listReports(context: Context<App>): Promise<Response> {
  const page = Number(context.req.query("page") ?? "0");
  if (!Number.isInteger(page) || page < 0 || page >= REPORT_PAGES) return problem(context, "not-found");
  const shelves = Array.from({ length: PAGE }, (_, index) =>
    numberedShelf(context.env, page * PAGE + index).reported(),
  );
  const reported = (await Promise.all(shelves)).flat();
  const next = page + 1 < REPORT_PAGES ? page + 1 : null;
  return context.json({ reported, next }, 200, { "cache-control": "no-store" });
}

/** POST /api/operator/reports/:id: takes the preset away for good, or forgets what was said of it. */
export async function decideReport(context: Context<App, "/:id">): Promise<Response> {
  const id = sharedIdOf(context.req.param("id"));
  const { action } = parseBody(Decision, await readJson(context.req.raw, MAX_DECISION_BYTES));
  const shelf = shelfOf(context.env, id);
  const done = await (action === "withdraw" ? shelf.block(id) : shelf.dismiss(id));
  return done
    ? context.body(null, 204, { "cache-control": "no-store" })
    : problem(context, "shared-not-found");
}
