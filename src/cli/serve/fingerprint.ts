import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Everything that a build depends on. */
const SOURCES = [
  "src",
  "worker",
  "sounds",
  "public",
  "index.html",
  "client.config.ts",
  "vite.config.ts",
  "package-lock.json",
  "package.json",
];
/** Second names of what stands in sounds. */
const COPIES = "public/assets/narration";

/** Hash over names and contents of everything a build depends on: equal hashes, equal builds. */
export async function fingerprint(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of (await Promise.all(SOURCES.map((source) => filesUnder(root, source)))).flat()) {
    hash.update(`${path}\0`);
    // At once: of thousands of small files, waiting for each costs most of the time.
    hash.update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

/** Paths of all files below a path, sorted; the path itself if it is a file; nothing if it does not exist. */
async function filesUnder(root: string, path: string): Promise<string[]> {
  if (path === COPIES) return [];
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      if (error.code === "ENOTDIR") return null;
      throw error;
    },
  );
  if (entries === null) return [path];
  const nested = await Promise.all(
    entries.map((entry) => {
      const child = `${path}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(root, child) : [child];
    }),
  );
  return nested.flat().sort();
}
