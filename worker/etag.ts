/**
 * Whether an If-None-Match header names this ETag, so that 304 is the answer: a list of tags or `*`, compared weakly
 * because proxies weaken tags (RFC 9110, 8.8.3.2 and 13.1.2).
 * @param header value of If-None-Match, undefined when absent
 * @param etag quoted strong tag
 */
export function isNotModified(header: string | null | undefined, etag: string): boolean {
  if (!header) return false;
  if (header.trim() === "*") return true;
  const opaque = etag.replace(/^W\//, "");
  return Array.from(header.matchAll(/"[^"]*"/g), ([tag]) => tag).includes(opaque);
}
