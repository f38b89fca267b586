import { env, exports } from "cloudflare:workers";
import { secretHash } from "../../../src/session/secret-hash.ts";
import type { Publication, Published } from "../../../src/session/shared.ts";
import { shelfOf } from "../../../worker/shelf/on-shelf.ts";

let made = 0;

/** A mix that no other test shares. */
export function someMix(): Extract<Publication["document"], { kind: "mix" }> {
  made++;
  return { version: 1, kind: "mix", layers: [{ layer: "rain", gainDb: -made / 1000 }] };
}

export const someScript = (text = "c29tZSBjaXBoZXJ0ZXh0") =>
  ({ version: 1, kind: "script", nonce: "AAAAAAAAAAAAAAAA", text }) as const;

export const ask = (path: string, init?: RequestInit) =>
  exports.default.fetch(`http://luwte.test${path}`, init);

/** Sends JSON from an address of its own, unless one is given. */
export function send(
  path: string,
  body: unknown,
  { from = `10.0.0.${made++}`, method = "POST", key = "" } = {},
) {
  return ask(path, {
    method,
    headers: {
      "content-type": "application/json",
      "cf-connecting-ip": from,
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

export interface Share {
  readonly answer: Response;
  readonly key: string;
  readonly published: Published;
}

export async function share(
  document: unknown,
  { lifetime = "30-days", key = `key-${made++}`, from = `10.1.0.${made++}` } = {},
): Promise<Share> {
  const answer = await send(
    "/api/shared",
    { document, lifetime, withdrawHash: await secretHash(key) },
    { from },
  );
  if (!answer.ok) return { answer, key, published: { id: "", url: "", until: null } };
  return { answer, key, published: await answer.json<Published>() };
}

export const withdraw = (url: string, key: string) =>
  ask(url, { method: "DELETE", headers: { authorization: `Bearer ${key}` } });

export const shelfWith = (id: string) => shelfOf(env, id);

export async function codeOf(answer: Response): Promise<string> {
  return (await answer.json<{ code: string }>()).code;
}
