import type { Env } from "../env.ts";

/** A request as far as it tells where it comes from. */
export interface Arrival {
  readonly headers: Headers;
  readonly cf?: unknown;
}

/**
 * Who is counted: the address that a request comes from, of IPv6 the network (/64) that one household has. On raw
 * workerd it is the connection's own, or what the configured proxy says; a header that anyone can send is believed
 * nowhere else. "unknown" where nothing says.
 */
export function clientAddress(request: Arrival, env: Pick<Env, "LUWTE_BEHIND_PROXY">): string {
  const connected = connectedIp(request.cf);
  // On Cloudflare, which sets this header itself and has no clientIp.
  if (connected === null) return networkOf(request.headers.get("cf-connecting-ip") ?? "unknown");
  if (env.LUWTE_BEHIND_PROXY === "1") {
    const forwarded = request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
    if (forwarded) return networkOf(forwarded);
  }
  return networkOf(connected);
}

/** The connection that a request comes by, `ip:port`, as raw workerd has it; "unknown" elsewhere. */
export function connectionOf({ cf }: Arrival): string {
  return connectedIp(cf) ?? "unknown";
}

function connectedIp(cf: unknown): string | null {
  if (typeof cf !== "object" || cf === null || !("clientIp" in cf)) return null;
  return typeof cf.clientIp === "string" ? cf.clientIp : null;
}

function networkOf(address: string): string {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, "$1");
  if (!bare.includes(":")) return bare;
  const mapped = /^::ffff:([\d.]+)$/i.exec(bare);
  if (mapped?.[1]) return mapped[1];
  const [head = "", tail] = bare.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, "").toLowerCase()).join(":")}::/64`;
}
