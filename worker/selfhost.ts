import { createApp } from "./app.ts";
import type { Env } from "./env.ts";
import { isApi } from "./is-api.ts";
import { inTurn } from "./limits/everyones-turn.ts";
import type { SiteManifest } from "./site/manifest.ts";
import { serveSite } from "./site/serve-site.ts";

/** Bindings of worker/workerd.capnp. */
interface EntryEnv extends Env {
  readonly SITE: SiteManifest;
  readonly FILES: Fetcher;
  readonly GZIPPED: Fetcher;
}

export { Pairing } from "./pairing/pairing.ts";
export { Profile } from "./profile/profile.ts";
export { Shelf } from "./shelf/shelf.ts";

const app = createApp();

/** Entry on raw workerd (`npm start`): the same API, and the built client from the disk. */
export default {
  fetch(request, env, context) {
    if (isApi(request.url)) {
      // What everyone may ask is answered at once; what an object is asked for takes so long that others wait.
      if (!request.headers.has("authorization")) return app.fetch(request, env, context);
      return inTurn(() => app.fetch(request, env, context));
    }
    return serveSite(request, { manifest: env.SITE, files: env.FILES, gzipped: env.GZIPPED });
  },
} satisfies ExportedHandler<EntryEnv>;
