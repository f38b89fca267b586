import { fromBase64url, toBase64url } from "../session/base64url.ts";
import { MAX_SEALED_BYTES, SEALED_VERSION, type SealedScript } from "../session/sealed-script.ts";

/** Bound to the ciphertext, so that a later version can never be read as this one. */
const CONTEXT = new TextEncoder().encode(`luwte/script/${SEALED_VERSION}`);
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

export interface Sealed {
  readonly script: SealedScript;
  /** For the link's fragment, which no browser sends: 43 characters. */
  readonly key: string;
}

/**
 * Encrypts a script on the device, each time under a new key (AES-256-GCM, so that a nonce is used once).
 * @param document plain data, such as a session document; placeholders stay as they are
 * @returns null where it is too large to be shared
 */
export async function sealScript(document: unknown): Promise<Sealed | null> {
  const raw = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(document));
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt"]);
  const text = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: CONTEXT }, key, plain);
  if (text.byteLength > MAX_SEALED_BYTES) return null;
  return {
    script: {
      version: SEALED_VERSION,
      kind: "script",
      nonce: toBase64url(iv),
      text: toBase64url(new Uint8Array(text)),
    },
    key: toBase64url(raw),
  };
}

/**
 * Decrypts a shared script. What comes out was written by somebody else: it is to be parsed like any other.
 * @param key from the link's fragment
 * @returns undefined where key and script do not belong together, or either was changed on its way
 */
export async function openScript(script: SealedScript, key: string): Promise<unknown> {
  const raw = fromBase64url(key);
  const iv = fromBase64url(script.nonce);
  const text = fromBase64url(script.text);
  if (raw?.length !== KEY_BYTES || iv?.length !== NONCE_BYTES || !text) return undefined;
  try {
    const cryptoKey = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);
    const algorithm = { name: "AES-GCM", iv, additionalData: CONTEXT };
    const plain = await crypto.subtle.decrypt(algorithm, cryptoKey, text);
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  } catch {
    return undefined;
  }
}
