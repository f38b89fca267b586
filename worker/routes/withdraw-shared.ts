import type { Context } from "hono";
import { secretHash } from "../../src/session/secret-hash.ts";
import { bearer } from "../bearer.ts";
import type { App } from "../env.ts";
import { problem } from "../problem.ts";
import { shelfOf } from "../shelf/on-shelf.ts";
import { sharedIdOf } from "../shelf/shared-id-of.ts";

/**
 * DELETE /api/shared/:id with the withdraw key: takes one's own share back. The preset is gone once nobody else shares
 * the same content.
 */
export async function withdrawShared(context: Context<App, "/:id">): Promise<Response> {
  const id = sharedIdOf(context.req.param("id"));
  const key = bearer(context.req.header("authorization"));
  if (key === null) return problem(context, "withdraw-key-missing", { "www-authenticate": "Bearer" });
  const withdrawing = await shelfOf(context.env, id).withdraw(id, await secretHash(key));
  switch (withdrawing.kind) {
    case "unknown":
      return problem(context, "shared-not-found");
    case "gone":
      return problem(context, "shared-withdrawn");
    case "wrong-key":
      return problem(context, "withdraw-key-wrong");
    default:
      await shelfOf(context.env, withdrawing.publisher).release(withdrawing.publisher, id);
      return context.body(null, 204, { "cache-control": "no-store" });
  }
}
