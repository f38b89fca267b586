import type { Context } from "hono";
import { isNotModified } from "./etag.ts";
import { apiHeaders } from "./headers.ts";

export interface CachedAnswerParts {
  /** Quoted, strong. */
  readonly etag: string;
  readonly cacheControl: string;
  readonly body: string;
  readonly type?: string;
  /** Besides those of every answer of the API, or in their place. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An answer that is the same for whoever asks, with an ETag: 304 where the caller has it already. Body and headers are
 * made ready once, because encoding the one and setting the others costs as much as all the rest of a request.
 */
export class CachedAnswer {
  readonly #etag: string;
  readonly #body: Uint8Array;
  readonly #plain: Ready;
  readonly #tls: Ready;

  constructor(parts: CachedAnswerParts) {
    this.#etag = parts.etag;
    this.#body = new TextEncoder().encode(parts.body);
    this.#plain = ready("http:", parts);
    this.#tls = ready("https:", parts);
  }

  send({ req }: Context): Response {
    const { found, notModified } = req.url.startsWith("https:") ? this.#tls : this.#plain;
    if (isNotModified(req.header("if-none-match"), this.#etag)) {
      return new Response(null, { status: 304, headers: notModified });
    }
    return new Response(this.#body, { headers: found });
  }
}

interface Ready {
  readonly found: Headers;
  readonly notModified: Headers;
}

function ready(
  url: string,
  { etag, cacheControl, type = "application/json", headers }: CachedAnswerParts,
): Ready {
  const notModified = new Headers([...apiHeaders(url)].map(([name, value]) => [name, value]));
  for (const [name, value] of Object.entries({ ...headers, etag, "cache-control": cacheControl })) {
    notModified.set(name, value);
  }
  const found = new Headers(notModified);
  found.set("content-type", type);
  return { found, notModified };
}
