import type { Pairing } from "./pairing/pairing.ts";
import type { Profile } from "./profile/profile.ts";
import type { Shelf } from "./shelf/shelf.ts";

/** What raw workerd (worker/workerd.capnp) and Cloudflare (wrangler.toml) both give to the Worker. */
export interface Env {
  readonly PROFILE: DurableObjectNamespace<Profile>;
  readonly PAIRING: DurableObjectNamespace<Pairing>;
  readonly SHELF: DurableObjectNamespace<Shelf>;
  /** By this an operator is let in; unset = there is none. */
  readonly OPERATOR_SECRET?: string | null;
  /** Rate limits that all of Cloudflare's machines share; elsewhere the limits in memory stand alone. */
  readonly PROFILES_RATE?: RateLimit;
  readonly CODES_RATE?: RateLimit;
  /** Whole numbers; unset (null on raw workerd) = the usual. See worker/limits/setting.ts. */
  readonly LUWTE_PROFILES_PER_HOUR?: string | null;
  readonly LUWTE_WRITES_PER_MINUTE?: string | null;
  readonly LUWTE_LIVE_OBJECTS?: string | null;
  readonly LUWTE_OPEN_SOCKETS?: string | null;
  /** `1` = a reverse proxy stands before raw workerd, and the last address in X-Forwarded-For is the client's. */
  readonly LUWTE_BEHIND_PROXY?: string | null;
  /** `problems` = a line in the log for every problem that is answered; else for failures of ours alone. */
  readonly LUWTE_LOG?: string | null;
}

/** Hono's name for it. */
export type App = { Bindings: Env };
