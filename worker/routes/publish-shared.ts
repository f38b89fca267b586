import type { Context } from "hono";
import * as v from "valibot";
import { canonicalShared, Publication, type Published, sharedId } from "../../src/session/shared.ts";
import type { App } from "../env.ts";
import { unlessEarly } from "../limits/later.ts";
import { Rate } from "../limits/rate.ts";
import { parseBody } from "../parse-body.ts";
import { readJson } from "../read-json.ts";
import { Refusal } from "../refusal.ts";
import { ALLOWANCES, countsUntil, endOf } from "../shelf/allowance.ts";
import { layerIssues } from "../shelf/check-layers.ts";
import { MAX_PUBLICATION_BYTES } from "../shelf/limits.ts";
import { shelfOf } from "../shelf/on-shelf.ts";
import { personOf } from "../shelf/person-of.ts";
import { personHash } from "../shelf/publisher.ts";
import { isTooNew } from "../shelf/read-shared.ts";

/** Sharing again is how a lifetime is changed, so there are more of these than presets to share. */
const SHARES_PER_HOUR = 120;
const sharing = new Rate(3_600_000);

const WithDocument = v.looseObject({ document: v.unknown() });

/**
 * POST /api/shared: shares a mix or a sealed script. The same content with the same withdraw key again is the same
 * share: its lifetime is what was asked last, so a lost answer is repaired by asking once more.
 */
export async function publishShared(context: Context<App>): Promise<Response> {
  const value = await readJson(context.req.raw, MAX_PUBLICATION_BYTES);
  if (v.is(WithDocument, value) && isTooNew(value.document)) throw new Refusal("document-too-new");
  const { document, lifetime, withdrawHash } = parseBody(Publication, value);
  if (document.kind === "mix") {
    const issues = layerIssues(document.layers, "/document/layers");
    if (issues.length > 0) throw new Refusal("body-invalid", issues);
  }
  const person = await personOf(context);
  const publisher = await personHash(person);
  unlessEarly(sharing.take(publisher, SHARES_PER_HOUR, Date.now()));

  const body = canonicalShared(document);
  const id = await sharedId(body);
  const now = Date.now();
  const until = endOf(lifetime, now);
  const share = { item: id, bytes: body.length, until: countsUntil(person, until, now) };
  const ledger = shelfOf(context.env, publisher);
  if (!(await ledger.reserve(publisher, share, ALLOWANCES[person.kind])))
    throw new Refusal("too-much-shared");
  const placing = { id, kind: document.kind, body, withdrawHash, publisher, until };
  const placed = await shelfOf(context.env, id).place(placing);
  if (placed === "blocked") {
    await ledger.release(publisher, id);
    throw new Refusal("share-refused");
  }
  const url = `/api/shared/${id}`;
  const published: Published = { id, url, until: until === null ? null : new Date(until).toISOString() };
  return context.json(published, placed === "new" ? 201 : 200, {
    location: url,
    "cache-control": "no-store",
  });
}
