import { type Publication, Published, type Report } from "../../session/shared.ts";
import type { Fetch } from "../answer.ts";
import { ask, askFor, type Outcome } from "../request.ts";

/** Shares something; the same again only changes its lifetime. @param key of this device's person; null = as nobody in particular */
export function publishShared(
  fetch: Fetch,
  key: string | null,
  publication: Publication,
): Promise<Outcome<Published>> {
  return askFor(fetch, { method: "POST", path: "/api/shared", key, body: publication }, Published);
}

/** What somebody shared, unparsed. */
export async function fetchShared(fetch: Fetch, id: string): Promise<Outcome<unknown>> {
  const outcome = await ask(fetch, { method: "GET", path: `/api/shared/${encodeURIComponent(id)}` });
  return outcome.ok ? { ok: true, value: outcome.value.body } : outcome;
}

/** Takes a share back. What is gone already is taken back too. */
export async function withdrawShared(fetch: Fetch, id: string, withdrawKey: string): Promise<Outcome<null>> {
  const outcome = await ask(fetch, { method: "DELETE", path: `/api/shared/${id}`, key: withdrawKey });
  if (outcome.ok || GONE.has(outcome.trouble.code)) return { ok: true, value: null };
  return outcome;
}

const GONE = new Set(["shared-not-found", "shared-withdrawn", "shared-expired", "withdraw-key-wrong"]);

export async function reportShared(
  fetch: Fetch,
  key: string | null,
  id: string,
  report: Report,
): Promise<Outcome<null>> {
  const path = `/api/shared/${encodeURIComponent(id)}/reports`;
  const outcome = await ask(fetch, { method: "POST", path, key, body: report });
  return outcome.ok ? { ok: true, value: null } : outcome;
}
