import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Takes away every file of a folder, however deep, that is not among those. @param files by path relative to the folder */
export async function removeOthers(folder: string, files: ReadonlyMap<string, unknown>): Promise<void> {
  const wanted = new Set([...files.keys()].map((path) => join(folder, path)));
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !wanted.has(path)) await rm(path, { force: true });
  }
}
