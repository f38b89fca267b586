import { createApp } from "./app.ts";
import type { Env } from "./env.ts";
import { isApi } from "./is-api.ts";

interface EntryEnv extends Env {
  /** The built client. */
  readonly ASSETS: Fetcher;
}

export { Pairing } from "./pairing/pairing.ts";
export { Profile } from "./profile/profile.ts";
export { Shelf } from "./shelf/shelf.ts";

const app = createApp();

/** Entry on Cloudflare's network and in development. Files are served before the Worker is asked (wrangler.toml). */
export default {
  fetch(request, env, context) {
    if (isApi(request.url)) return app.fetch(request, env, context);
    return env.ASSETS.fetch(request);
  },
} satisfies ExportedHandler<EntryEnv>;
