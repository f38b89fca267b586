/** What came of asking the Worker. */
export type Answer =
  | { readonly kind: "new"; readonly body: unknown; readonly etag: string | null }
  | { readonly kind: "unchanged" }
  | { readonly kind: "gone" }
  | { readonly kind: "away" }
  | { readonly kind: "malformed" };

export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Longer than this nobody waits for a session, milliseconds. */
export const ANSWER_MS = 4000;

/**
 * GETs JSON. Never rejects: an unreachable, slow or failing Worker is `away`; 404 and 410 are `gone`; a body that is
 * not JSON is `malformed`.
 * @param etag of the copy at hand; sent as If-None-Match
 */
export async function getJson(
  fetch: Fetch,
  path: string,
  etag: string | null,
  timeoutMs = ANSWER_MS,
): Promise<Answer> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      headers: { accept: "application/json", ...(etag ? { "if-none-match": etag } : {}) },
      // The copy is ours to keep: the browser's cache would hide the 304.
      cache: "no-store",
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch {
    return { kind: "away" };
  }
  if (response.status === 304) return { kind: "unchanged" };
  if (response.status === 404 || response.status === 410) return { kind: "gone" };
  if (!response.ok) return { kind: "away" };
  // A page in place of an answer: a captive portal, or a static host without the Worker.
  if (!response.headers.get("content-type")?.includes("json")) return { kind: "away" };
  try {
    return { kind: "new", body: JSON.parse(text), etag: response.headers.get("etag") };
  } catch {
    return { kind: "malformed" };
  }
}
