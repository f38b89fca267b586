import type { ShelfNamespace } from "./shelf/on-shelf.ts";

/** What the API is bound to: wrangler.toml on Cloudflare, worker/workerd.capnp on raw workerd. */
export interface Env {
  readonly SHELF: ShelfNamespace;
  /** Lets an operator in; absent = nobody. */
  readonly OPERATOR_SECRET?: string | null;
}

/** The API as Hono knows it. */
export interface App {
  Bindings: Env;
}
