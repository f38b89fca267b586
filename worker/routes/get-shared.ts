import type { Context } from "hono";
import { CachedAnswer } from "../cached-answer.ts";
import type { App } from "../env.ts";
import { problem } from "../problem.ts";
import { shelfOf } from "../shelf/on-shelf.ts";
import { readShared } from "../shelf/read-shared.ts";
import { sharedIdOf } from "../shelf/shared-id-of.ts";

/** For this long a withdrawn preset may still be shown from somebody's cache. */
const SHARED_CACHE = "public, max-age=300";

/** GET /api/shared/:id: a mix, or a script as ciphertext. Its id is the hash of this very body. */
export async function getShared(context: Context<App, "/:id">): Promise<Response> {
  const id = sharedIdOf(context.req.param("id"));
  const reading = await shelfOf(context.env, id).read(id);
  if (reading.kind === "unknown") return problem(context, "shared-not-found");
  if (reading.kind !== "found") return problem(context, `shared-${reading.kind}`);
  const fit = readShared(reading.body);
  if (fit === "too-new") return problem(context, "stored-too-new");
  if (fit === "unfit") return problem(context, "shared-withdrawn");
  const answer = new CachedAnswer({ etag: `"${id}"`, cacheControl: SHARED_CACHE, body: reading.body });
  return answer.send(context);
}
