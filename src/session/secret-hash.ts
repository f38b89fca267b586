import { toBase64url } from "./base64url.ts";

/** SHA-256 over the characters of a secret, base64url: what may be kept where the secret may not. */
export async function secretHash(secret: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return toBase64url(new Uint8Array(hash));
}
