/**
 * The one place where security and cache headers are decided: for files and the API on raw workerd, for the API on
 * Cloudflare, and, through {@link cloudflareHeadersFile}, for files there.
 */

type HeaderMap = Readonly<Record<string, string>>;

/** What a page of ours may load and do. No inline script or style, no third party. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // The bundled client makes its Transport ticker and, in some browsers, the worklet from a blob.
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** An answer of the API is never a page. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** The policy of a page that is text and one style, known by its SHA-256 in base64, and can do nothing. */
export function pageWithStyle(styleHash: string): string {
  return `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

const COMMON: HeaderMap = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  // The app asks for none of these until a later page needs the microphone for one's own recordings.
  "permissions-policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), " +
    "microphone=(), midi=(), payment=(), usb=()",
};

/** Over plain HTTP browsers must ignore it (RFC 6797, 7.2), so it is only sent over TLS. */
const TLS_ONLY: HeaderMap = { "strict-transport-security": "max-age=63072000; includeSubDomains" };

/** A file whose name carries the hash of its content never changes. */
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** Kept, but asked after each time: an ETag makes that cheap. */
export const REVALIDATE = "no-cache";

/** Folder of files named by their content hash, as the client's build writes them. */
export const HASHED_FOLDER = "/assets/";

export function pageHeaders(protocol: string): HeaderMap {
  return { ...COMMON, "content-security-policy": PAGE_POLICY, ...(protocol === "https:" ? TLS_ONLY : {}) };
}

/** A script, style or recording by its hashed name: never a page, so a page's policies say nothing about it. */
export function assetHeaders(protocol: string): HeaderMap {
  return {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    ...(protocol === "https:" ? TLS_ONLY : {}),
  };
}

const API_HEADERS = Object.entries({ ...COMMON, "content-security-policy": API_POLICY });
const API_HEADERS_TLS = [...API_HEADERS, ...Object.entries(TLS_ONLY)];

/** Names and values for every answer of the API, made once. */
export function apiHeaders(url: string): readonly (readonly [string, string])[] {
  return url.startsWith("https:") ? API_HEADERS_TLS : API_HEADERS;
}

/** `_headers` for Cloudflare's static files, which are always served over TLS. */
export function cloudflareHeadersFile(): string {
  const lines = Object.entries(pageHeaders("https:")).map(([name, value]) => `  ${name}: ${value}`);
  return ["/*", ...lines, `${HASHED_FOLDER}*`, `  cache-control: ${IMMUTABLE}`, ""].join("\n");
}
