import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { SiteFile, SiteManifest } from "../../../worker/site/manifest.ts";
import { contentType } from "./content-type.ts";

/** Files that the build makes for Cloudflare alone. */
const NOT_SERVED = new Set(["/_headers"]);

/**
 * Describes every file below `clientFolder` and writes gzipped copies of those that get smaller to `gzipFolder`.
 * @returns the manifest by which worker/selfhost.ts serves them
 */
export async function prepareSite(clientFolder: string, gzipFolder: string): Promise<SiteManifest> {
  await rm(gzipFolder, { recursive: true, force: true });
  const entries = await readdir(clientFolder, { recursive: true, withFileTypes: true });
  const manifest: Record<string, SiteFile> = {};
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(clientFolder, file).split(sep).join("/")}`;
    if (NOT_SERVED.has(path)) continue;
    manifest[path] = await describe(file, join(gzipFolder, path));
  }
  await mkdir(gzipFolder, { recursive: true });
  return manifest;
}

async function describe(file: string, gzipPath: string): Promise<SiteFile> {
  const { type, compressible } = contentType(file);
  // At once: of thousands of small files, waiting for each costs most of the time.
  const content = readFileSync(file);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const packed = compressible ? gzipSync(content, { level: 9 }) : null;
  if (packed === null || packed.length >= content.length) {
    return { type, hash, bytes: content.length, gzipBytes: null };
  }
  await mkdir(dirname(gzipPath), { recursive: true });
  await writeFile(gzipPath, packed);
  return { type, hash, bytes: content.length, gzipBytes: packed.length };
}
