import { toBase64url } from "../../src/session/base64url.ts";

/** Random bytes of a secret: 256 bits, so that guessing needs no rate limit. */
const SECRET_BYTES = 32;

export interface Key {
  readonly profileId: string;
  readonly secret: string;
}

/** `Bearer <profileId>.<secret>` taken apart; null where it has not that form. */
export function parseBearer(header: string | undefined): Key | null {
  const [, profileId, secret] = /^[Bb]earer ([0-9a-f]{64})\.([\w-]{43})$/.exec(header ?? "") ?? [];
  return profileId !== undefined && secret !== undefined ? { profileId, secret } : null;
}

/** 32 random bytes as base64url, 43 characters. */
export function newSecret(): string {
  return toBase64url(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)));
}

/** SHA-256 of a secret or code: all that is ever stored of it. */
export function hashOf(secret: string): Promise<ArrayBuffer> {
  return crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
}
