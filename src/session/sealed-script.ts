import * as v from "valibot";

/** The newest sealed script that this code writes and reads. */
export const SEALED_VERSION = 1;

/** The largest ciphertext, bytes: an hour of script in two languages has some 60 KB. */
export const MAX_SEALED_BYTES = 96 * 1024;

const Base64url = /^[A-Za-z0-9_-]+$/;

/**
 * A script that only its readers can read: AES-256-GCM under a key that stands in the link's fragment and is never
 * sent. Placeholders such as `{anchor}` are inside, as they were written.
 */
export const SealedScript = v.strictObject({
  version: v.literal(SEALED_VERSION),
  kind: v.literal("script"),
  /** 96 bits, base64url. */
  nonce: v.pipe(v.string(), v.regex(Base64url), v.length(16)),
  /** Ciphertext and tag, base64url. */
  text: v.pipe(v.string(), v.regex(Base64url), v.maxLength(Math.ceil((MAX_SEALED_BYTES * 4) / 3))),
});
export type SealedScript = v.InferOutput<typeof SealedScript>;
