import type { AccountPage } from "./sheets.ts";

/**
 * What an address asks for: `/s/<id>#<key>` is something shared, `#join=<code>` and `#recover=<key>` are a code and a recovery sheet
 * that were scanned. What stands in a fragment has been sent to nobody. Null = nothing but the app.
 */
export function arrivalFrom(pathname: string, hash: string): AccountPage | null {
  const shared = /^\/s\/([\w-]+)\/?$/.exec(pathname)?.[1];
  if (shared) return { page: "shared", id: shared, key: hash.slice(1) };
  const [, way, given] = /^#(join|recover)=([\w.-]+)$/.exec(hash) ?? [];
  if (!given) return null;
  return { page: "join", by: way === "join" ? "code" : "recovery", given };
}
