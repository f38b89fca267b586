import { apiHeaders } from "./headers.ts";

/**
 * Headers of an answer of the API, those of every answer included, made once: copying them costs a small part of what
 * setting each of them costs, which is as much as all the rest of a request.
 */
export class ReadyHeaders {
  readonly #plain: Headers;
  readonly #tls: Headers;

  /** @param own besides those of every answer, or in their place */
  constructor(own: Readonly<Record<string, string>>) {
    this.#plain = made("http:", own);
    this.#tls = made("https:", own);
  }

  /** To be read; who adds something copies them first. */
  for(url: string): Headers {
    return url.startsWith("https:") ? this.#tls : this.#plain;
  }
}

function made(url: string, own: Readonly<Record<string, string>>): Headers {
  const headers = new Headers(own);
  for (const [name, value] of apiHeaders(url)) if (!headers.has(name)) headers.set(name, value);
  return headers;
}
