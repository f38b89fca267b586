import { extname } from "node:path";

interface Kind {
  readonly type: string;
  /** Whether gzip makes it smaller. */
  readonly compressible: boolean;
}

const text = (type: string): Kind => ({ type: `${type}; charset=utf-8`, compressible: true });
const binary = (type: string): Kind => ({ type, compressible: false });

const KINDS: Readonly<Record<string, Kind>> = {
  ".html": text("text/html"),
  ".css": text("text/css"),
  ".js": text("text/javascript"),
  ".txt": text("text/plain"),
  ".svg": text("image/svg+xml"),
  ".json": { type: "application/json", compressible: true },
  ".webmanifest": { type: "application/manifest+json", compressible: true },
  ".mp3": binary("audio/mpeg"),
  ".ogg": binary("audio/ogg"),
  ".opus": binary("audio/ogg"),
  ".m4a": binary("audio/mp4"),
  ".wav": binary("audio/wav"),
  ".png": binary("image/png"),
  ".webp": binary("image/webp"),
  ".ico": binary("image/x-icon"),
  ".woff2": binary("font/woff2"),
};

/** Media type of a file by its name. Throws for a name it does not know: a file we ship always has a type. */
export function contentType(path: string): Kind {
  const kind = KINDS[extname(path).toLowerCase()];
  if (!kind)
    throw new Error(`${path}: no media type is known for this file; add it to src/cli/serve/content-type.ts`);
  return kind;
}
