import type { OPERATIONS } from "../../../worker/openapi/operations.ts";
import type { Dice } from "./dice.ts";
import type { Sent } from "./exchange.ts";
import { spoilText, spoilValue } from "./spoil-json.ts";
import { VALID } from "./valid.ts";
import { MARKER } from "./words.ts";
import type { World } from "./world.ts";

export type Target = (typeof OPERATIONS)[number];

/**
 * So many requests are as an honest client would send them: they get past key and parser, into what lies behind. Where
 * there is no body to spoil, many others get past them too.
 */
const HONEST = { withBody: 0.4, without: 0.15, makingPeople: 0.1 };

export interface Hostile extends Sent {
  readonly target: Target;
  /** What is wrong with it; null where nothing is. */
  readonly spoiled: string | null;
}

interface Draft {
  method: string;
  path: Record<string, string>;
  query: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** One request to an operation of the contract: honest, or with something wrong in one place or two. */
export async function hostileRequest(target: Target, world: World, dice: Dice): Promise<Hostile> {
  const make = VALID[target.id];
  if (!make) throw new Error(`there is no honest request for ${target.id}: add one to valid.ts`);
  const valid = await make(world, dice);
  const [near, ...far] = world.addresses;
  // Few people share without a key: each of them wakes a shelf of their own.
  const address = dice.pick(target.id === "publishShared" ? [near, ...far.slice(0, 3)] : [near, ...far]);
  const draft: Draft = {
    method: target.method.toUpperCase(),
    path: { ...valid.path },
    query: valid.query ?? "",
    headers: { "cf-connecting-ip": address, "x-forwarded-for": address, ...valid.headers },
    body: undefined,
  };
  if (valid.body !== undefined) {
    draft.headers["content-type"] = "application/json";
    draft.body = JSON.stringify(valid.body);
  }
  const spoilers = Object.keys(SPOILERS).filter((name) => suits(name, target));
  const [first = "headers", ...others] = spoilers;
  const chosen = dice.chance(honestShare(target)) ? [] : [dice.pick([first, ...others])];
  if (chosen.length > 0 && dice.chance(0.2)) chosen.push(dice.pick([first, ...others]));
  const means = { world, dice, body: valid.body, operator: target.secret === "operatorSecret" };
  for (const name of chosen) SPOILERS[name]?.(draft, means);
  return { target, spoiled: chosen.join("+") || null, ...sent(target, draft) };
}

/** A profile is the dearest thing to make. */
function honestShare({ id, body }: Target): number {
  if (id === "createProfile") return HONEST.makingPeople;
  return body ? HONEST.withBody : HONEST.without;
}

interface Means {
  readonly world: World;
  readonly dice: Dice;
  readonly body: unknown;
  readonly operator: boolean;
}

const SPOILERS: Readonly<Record<string, (draft: Draft, means: Means) => void>> = {
  value(draft, { dice, body }) {
    draft.body = JSON.stringify(spoilValue(body, dice));
  },
  text(draft, { dice, body }) {
    draft.body = spoilText(JSON.stringify(body), dice);
  },
  type(draft, { dice }) {
    const types = [
      "text/plain",
      `application/${MARKER}`,
      "application/json; charset=utf-16",
      "multipart/form-data",
    ];
    draft.headers["content-type"] = dice.pick(["", ...types]);
    if (draft.headers["content-type"] === "") delete draft.headers["content-type"];
    if (dice.chance(0.2)) draft.headers["content-encoding"] = "gzip";
  },
  key(draft, { world, dice }) {
    const { profileId, bearer } = world.victim;
    const forged = dice.text(64, "0123456789abcdef");
    const [attacker] = world.attackers;
    draft.headers["authorization"] = dice.pick([
      "",
      "Bearer",
      `Bearer ${MARKER}`,
      `Basic ${MARKER}`,
      `Bearer ${profileId}.${dice.text(43)}`,
      `Bearer ${forged}.${dice.text(43)}`,
      `Bearer ${profileId}.${attacker.bearer.split(".")[1]}`,
      `${bearer}x`,
      bearer.slice(0, -1),
      `Bearer ${dice.text(3000)}`,
    ]);
    if (draft.headers["authorization"] === "") delete draft.headers["authorization"];
  },
  path(draft, { world, dice, operator }) {
    const odd = [
      "..",
      "%2e%2e%2f",
      "%00",
      MARKER,
      "%zz",
      "A".repeat(1500),
      "__proto__",
      "'",
      "%F0%9F%98%80",
    ] as const;
    for (const name of Object.keys(draft.path)) {
      // What an operator decides is theirs to decide.
      const share = operator ? MARKER : world.victimShare.id;
      const others = [share, world.victim.deviceId, world.victim.profileId];
      draft.path[name] = dice.pick([...odd, ...others]);
    }
    if (Object.keys(draft.path).length === 0) draft.query = `?${MARKER}=${MARKER}`;
  },
  query(draft, { dice }) {
    const names = ["kind", "language", "moment", "need", "minSeconds", "page", "__proto__", MARKER] as const;
    const values = [MARKER, "", "-1", "1e9", "%00", "%zz", "nl", "A".repeat(2100)] as const;
    const pairs = Array.from({ length: dice.whole(1, 4) }, () => `${dice.pick(names)}=${dice.pick(values)}`);
    draft.query = `?${pairs.join("&")}`;
  },
  method(draft, { dice }) {
    draft.method = dice.pick(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
  },
  headers(draft, { dice }) {
    const odd = [MARKER, "", "*", '"', `W/"${MARKER}"`, '"1", "2"', "x".repeat(4000), "0"] as const;
    const names = [
      "if-match",
      "if-none-match",
      "range",
      "origin",
      "cookie",
      "accept",
      "luwte-confirm",
      "x-http-method-override",
      "x-original-url",
      "sec-websocket-protocol",
    ] as const;
    for (let each = dice.whole(1, 3); each > 0; each--) draft.headers[dice.pick(names)] = dice.pick(odd);
  },
};

function suits(spoiler: string, { body, secret, path }: Target): boolean {
  if (spoiler === "value" || spoiler === "text" || spoiler === "type") return body !== undefined;
  if (spoiler === "key") return secret !== undefined;
  return spoiler !== "path" || path.includes("{");
}

function sent(target: Target, { method, path, query, headers, body }: Draft): Sent {
  const address = target.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => path[name] ?? MARKER);
  const bare = body === undefined || method === "GET" || method === "HEAD";
  return { method, path: `${address}${query}`, headers, ...(bare ? {} : { body }) };
}
