import type { Context } from "hono";
import { isNotModified } from "./etag.ts";

/** Answers with JSON, or another text, whose ETag is known beforehand: 304 where the caller has it already. */
export function cachedJson(
  context: Context,
  answer: {
    readonly etag: string;
    readonly cacheControl: string;
    readonly body: () => string;
    readonly type?: string;
  },
  headers: Record<string, string> = {},
): Response {
  const common = { ...headers, etag: answer.etag, "cache-control": answer.cacheControl };
  if (isNotModified(context.req.header("if-none-match"), answer.etag)) return context.body(null, 304, common);
  return context.body(answer.body(), 200, { ...common, "content-type": answer.type ?? "application/json" });
}
