import { isNotModified } from "../etag.ts";
import { assetHeaders, HASHED_FOLDER, IMMUTABLE, pageHeaders, REVALIDATE } from "../headers.ts";
import { acceptsGzip } from "./accepts-gzip.ts";
import type { SiteFile, SiteManifest } from "./manifest.ts";

export interface Site {
  readonly manifest: SiteManifest;
  /** The files as they are. */
  readonly files: Fetcher;
  /** Their gzipped copies, under the same paths. */
  readonly gzipped: Fetcher;
}

/**
 * Serves the built client on raw workerd, whose disk service knows no types, compression or validators. A path is
 * looked up in the manifest before the disk is asked, so nothing outside it can be reached.
 */
export async function serveSite(request: Request, site: Site): Promise<Response> {
  const url = new URL(request.url);
  const security = pageHeaders(url.protocol);
  if (request.method !== "GET" && request.method !== "HEAD") {
    return plain(405, "Only GET and HEAD work here.", { ...security, allow: "GET, HEAD" });
  }
  const path = resolve(url.pathname, site.manifest);
  const file = path === null ? undefined : site.manifest[path];
  if (path === null || !file) return plain(404, "There is nothing at this address.", security);

  const gzip = file.gzipBytes !== null && acceptsGzip(request.headers.get("accept-encoding"));
  const etag = gzip ? `"${file.hash}-gzip"` : `"${file.hash}"`;
  const hashed = path.startsWith(HASHED_FOLDER);
  const headers = new Headers({
    ...(hashed ? assetHeaders(url.protocol) : security),
    etag,
    "content-type": file.type,
    "cache-control": hashed ? IMMUTABLE : REVALIDATE,
    vary: "accept-encoding",
  });
  if (isNotModified(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  return gzip
    ? sendGzipped(request, site, path, file, headers)
    : sendPlain(request, site, path, file, headers);
}

/** The manifest's path for a request path; paths of the app itself, which have no extension, get its page. */
function resolve(pathname: string, manifest: SiteManifest): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (Object.hasOwn(manifest, path)) return path;
  const isFile = path.slice(path.lastIndexOf("/")).includes(".");
  return isFile ? null : "/index.html";
}

async function sendGzipped(
  request: Request,
  site: Site,
  path: string,
  file: SiteFile,
  headers: Headers,
): Promise<Response> {
  headers.set("content-encoding", "gzip");
  headers.set("content-length", String(file.gzipBytes));
  if (request.method === "HEAD") return new Response(null, { headers });
  const { body } = await site.gzipped.fetch(diskUrl(path));
  return new Response(body, { headers, encodeBody: "manual" });
}

async function sendPlain(
  request: Request,
  site: Site,
  path: string,
  file: SiteFile,
  headers: Headers,
): Promise<Response> {
  headers.set("accept-ranges", "bytes");
  const range = request.headers.get("range");
  const ifRange = request.headers.get("if-range");
  const wanted = range !== null && (ifRange === null || ifRange === headers.get("etag")) ? range : null;
  if (request.method === "HEAD") {
    headers.set("content-length", String(file.bytes));
    return new Response(null, { headers });
  }
  const answer = await site.files.fetch(diskUrl(path), wanted === null ? {} : { headers: { range: wanted } });
  for (const name of ["content-length", "content-range"]) {
    const value = answer.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(answer.body, { status: answer.status, headers });
}

/** The disk service reads paths of addresses; the host is without meaning. */
function diskUrl(path: string): string {
  return `http://disk${path.split("/").map(encodeURIComponent).join("/")}`;
}

function plain(status: number, words: string, headers: Record<string, string>): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { ...headers, "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
