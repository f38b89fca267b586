import type { Context } from "hono";
import type { App } from "../env.ts";
import { tooBusy } from "../limits/later.ts";
import { openSockets } from "../limits/open-sockets.ts";
import { limitFrom } from "../limits/setting.ts";
import { keyRefused, profileStub } from "../profile/caller.ts";
import { SUBPROTOCOL } from "../profile/changes.ts";
import { TICKET_HEADER } from "../profile/profile.ts";
import { Refusal } from "../refusal.ts";

/** GET /api/changes: a WebSocket that tells what changes, for whoever brings a ticket as its second subprotocol. */
export async function listenChanges(context: Context<App>): Promise<Response> {
  const { req, env } = context;
  // HEAD is answered by what answers GET, and cannot become a socket.
  if (req.method !== "GET") throw new Refusal("method-not-allowed", [], { allow: "GET" });
  if (req.header("upgrade")?.toLowerCase() !== "websocket") throw new Refusal("socket-expected");
  if (!isOwnOrigin(req.header("origin"), req.url)) throw new Refusal("origin-refused");
  const offered = (req.header("sec-websocket-protocol") ?? "").split(",").map((name) => name.trim());
  const ticket = offered.map((name) => /^ticket\.([0-9a-f]{64})\.([\w-]{43})$/.exec(name)).find(Boolean);
  if (!offered.includes(SUBPROTOCOL) || !ticket?.[1] || !ticket[2]) throw new Refusal("socket-expected");
  if (openSockets() >= limitFrom(env.LUWTE_OPEN_SOCKETS, Number.POSITIVE_INFINITY)) throw tooBusy();
  const profile = profileStub(env, ticket[1]);
  if (!profile) throw keyRefused();
  const answer = await profile.fetch(req.url, {
    headers: { upgrade: "websocket", [TICKET_HEADER]: ticket[2] },
  });
  if (answer.status !== 101) throw keyRefused();
  return answer;
}

/** By host alone: behind a proxy that ends TLS the scheme differs. Programs send no Origin, and need a ticket all the same. */
function isOwnOrigin(origin: string | undefined, url: string): boolean {
  if (origin === undefined) return true;
  return URL.parse(origin)?.host === new URL(url).host;
}
