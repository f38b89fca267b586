import type { Fetch } from "../../src/api/answer.ts";
import type { Bundled } from "../../src/api/bundled.ts";
import type { CopyKeep } from "../../src/api/keep.ts";

/** A Worker in a few lines: answers by path, and writes down what it was asked. */
export function worker(answer: (path: string, headers: Headers) => Response | Promise<Response>) {
  const asked: { readonly path: string; readonly etag: string | null }[] = [];
  const fetch: Fetch = async (path, init) => {
    const headers = new Headers(init.headers);
    asked.push({ path, etag: headers.get("if-none-match") });
    return await answer(path, headers);
  };
  return { fetch, asked };
}

/** As the Worker answers a body it has, with its ETag, and 304 to who has it already. */
export function served(body: unknown, etag: string, headers: Headers): Response {
  if (headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: { etag } });
  return Response.json(body, { headers: { etag } });
}

export const AWAY: Fetch = async () => {
  throw new TypeError("Failed to fetch");
};

export function memoryCopies(): CopyKeep & { readonly map: Map<string, unknown> } {
  const map = new Map<string, unknown>();
  return { map, get: async (key) => map.get(key), put: async (key, value) => void map.set(key, value) };
}

export function bundle(...sessions: readonly { readonly id: string }[]): Bundled {
  return {
    ids: sessions.map(({ id }) => id),
    load: async (id) => sessions.find((session) => session.id === id),
  };
}
