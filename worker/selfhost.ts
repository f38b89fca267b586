import { createApp } from "./app.ts";
import type { Env } from "./env.ts";
import { isApi } from "./is-api.ts";
import { connectionOf } from "./limits/client-address.ts";
import { Leftovers } from "./limits/leftovers.ts";
import { Turns } from "./limits/turns.ts";
import type { SiteManifest } from "./site/manifest.ts";
import { serveSite } from "./site/serve-site.ts";

/** Bindings of worker/workerd.capnp. */
interface EntryEnv extends Env {
  readonly SITE: SiteManifest;
  readonly FILES: Fetcher;
  readonly GZIPPED: Fetcher;
}

/** V8's own collection of the whole heap, there by a flag in worker/workerd.capnp. */
declare global {
  var gc: (() => void) | undefined;
}

export { Pairing } from "./pairing/pairing.ts";
export { Profile } from "./profile/profile.ts";
export { Shelf } from "./shelf/shelf.ts";

const app = createApp();
/** A timer of no length ends after the system has been asked, and not before a millisecond is over. */
const turns = new Turns(() => scheduler.wait(0));

/** What a request leaves in memory, KB, measured: answered at once 5, a read of an object 12, a write 15. */
const LEFT = { atOnce: 5, own: 15 } as const;
/** A collection of 5000 writes holds up all that is under way for 80 ms, of twice as many for 160. */
const leftovers = new Leftovers(ownCollection(), 75_000);

/** Entry on raw workerd (`npm start`): the same API, and the built client from the disk. */
export default {
  fetch(request, env, context) {
    // What everyone may ask is answered at once; what an object is asked for takes so long that others wait.
    const isOwn = request.headers.has("authorization");
    leftovers.add(isOwn ? LEFT.own : LEFT.atOnce);
    if (isApi(request.url)) {
      return isOwn ? inTurn(request, env, context) : app.fetch(request, env, context);
    }
    return serveSite(request, { manifest: env.SITE, files: env.FILES, gzipped: env.GZIPPED });
  },
} satisfies ExportedHandler<EntryEnv>;

function ownCollection(): () => void {
  const { gc } = globalThis;
  if (!gc) throw new Error("V8 is without --expose-gc, which worker/workerd.capnp gives it");
  return gc;
}

async function inTurn(request: Request, env: EntryEnv, context: ExecutionContext): Promise<Response> {
  await turns.take(connectionOf(request), (promise) => context.waitUntil(promise));
  return app.fetch(request, env, context);
}
