import type { Context } from "hono";
import { isNotModified } from "./etag.ts";
import { ReadyHeaders } from "./ready-headers.ts";

export interface CachedAnswerParts {
  /** Quoted, strong. */
  readonly etag: string;
  readonly cacheControl: string;
  readonly body: string;
  readonly type?: string;
  /** Besides those of every answer of the API, or in their place. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is the same for whoever asks, with an ETag: 304 where the caller has it already. Made ready once. */
export class CachedAnswer {
  readonly #etag: string;
  /** As bytes, because encoding text at each request costs a third of it. */
  readonly #body: Uint8Array;
  readonly #found: ReadyHeaders;
  readonly #notModified: ReadyHeaders;

  constructor({ etag, cacheControl, body, type = "application/json", headers }: CachedAnswerParts) {
    const common = { ...headers, etag, "cache-control": cacheControl };
    this.#etag = etag;
    this.#body = new TextEncoder().encode(body);
    this.#notModified = new ReadyHeaders(common);
    this.#found = new ReadyHeaders({ ...common, "content-type": type });
  }

  send({ req }: Context): Response {
    if (isNotModified(req.header("if-none-match"), this.#etag)) {
      return new Response(null, { status: 304, headers: this.#notModified.for(req.url) });
    }
    return new Response(this.#body, { headers: this.#found.for(req.url) });
  }
}
