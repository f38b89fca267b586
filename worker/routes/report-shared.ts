import type { Context } from "hono";
import { Report } from "../../src/session/shared.ts";
import type { App } from "../env.ts";
import { unlessEarly } from "../limits/later.ts";
import { Rate } from "../limits/rate.ts";
import { parseBody } from "../parse-body.ts";
import { problem } from "../problem.ts";
import { readJson } from "../read-json.ts";
import { MAX_REPORT_BYTES } from "../shelf/limits.ts";
import { reportShelfOf, shelfOf } from "../shelf/on-shelf.ts";
import { personOf } from "../shelf/person-of.ts";
import { personHash } from "../shelf/publisher.ts";
import { sharedIdOf } from "../shelf/shared-id-of.ts";

const REPORTS_PER_HOUR = 30;
const reporting = new Rate(3_600_000);

/** POST /api/shared/:id/reports: tells the operator that something is wrong with it. A person's later word replaces the earlier. */
export async function reportShared(context: Context<App, "/:id/reports">): Promise<Response> {
  const id = sharedIdOf(context.req.param("id"));
  const report = parseBody(Report, await readJson(context.req.raw, MAX_REPORT_BYTES));
  const reporter = await personHash(await personOf(context));
  unlessEarly(reporting.take(reporter, REPORTS_PER_HOUR, Date.now()));
  const kept = await shelfOf(context.env, id).report(id, reporter, report);
  if (!kept) return problem(context, "shared-not-found");
  await reportShelfOf(context.env, id).noteReported(id);
  return context.body(null, 204, { "cache-control": "no-store" });
}
