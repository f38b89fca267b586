import * as v from "valibot";
import { toBase64url } from "./base64url.ts";
import { canonicalJson } from "./canonical-json.ts";
import { MixDocument } from "./mix.ts";
import { SealedScript } from "./sealed-script.ts";

/** What one person gives to others: a mix that all can read, or a script that only those with the link can. */
export const SharedDocument = v.variant("kind", [MixDocument, SealedScript]);
export type SharedDocument = v.InferOutput<typeof SharedDocument>;

/** How long a shared preset lives. */
export const LIFETIMES = ["1-day", "30-days", "until-withdrawn"] as const;
export type Lifetime = (typeof LIFETIMES)[number];

/** 128 bits of a content's SHA-256, base64url. */
export const SharedId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/));

/** SHA-256 of something that only its owner knows, base64url. */
export const SecretHash = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/));

/** What is sent to share something. */
export const Publication = v.strictObject({
  document: SharedDocument,
  lifetime: v.picklist(LIFETIMES),
  /** Hash of the key by which the publisher withdraws it; the key itself stays with the publisher until then. */
  withdrawHash: SecretHash,
});
export type Publication = v.InferOutput<typeof Publication>;

/** What comes back: where it stands, and until when; null = until it is withdrawn. */
export const Published = v.strictObject({
  id: SharedId,
  url: v.string(),
  until: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
});
export type Published = v.InferOutput<typeof Published>;

export const REPORT_REASONS = ["harmful", "private", "unlawful", "other"] as const;

/** What somebody says is wrong with a shared preset. */
export const Report = v.strictObject({
  reason: v.picklist(REPORT_REASONS),
  note: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
});
export type Report = v.InferOutput<typeof Report>;

/** The one way of writing a shared document, of which its id is made: keys in order, no spaces. */
export function canonicalShared(document: SharedDocument): string {
  return canonicalJson(document);
}

/** The id of a shared document: its content is its name, so whoever has an id can tell whether this is it. */
export async function sharedId(canonical: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(canonical));
  return toBase64url(new Uint8Array(hash, 0, 16));
}
