import type { Context } from "hono";
import type { App } from "../env.ts";
import type { Person } from "./publisher.ts";

/** Who asks. */
export async function personOf(context: Context<App>): Promise<Person> {
  return { kind: "address", address: clientAddress(context.req.raw) };
}

/**
 * Where a request comes from: what raw workerd saw (`ip:port`), else what Cloudflare says, which nobody else can set
 * there. A whole /64 of IPv6 is one home.
 */
function clientAddress(request: Request): string {
  const seen: unknown = request.cf?.["clientIp"];
  const address =
    typeof seen === "string" ? seen.replace(/:\d+$/, "") : (request.headers.get("cf-connecting-ip") ?? "");
  const bare = address.replace(/^\[|\]$/g, "");
  return bare.includes(":") ? bare.split(":").slice(0, 4).join(":") : bare;
}
