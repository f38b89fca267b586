import { copyFileSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { removeOthers } from "./remove-others.ts";

/**
 * Makes a folder hold these files and nothing else, each a second name of a file that is there already: copying four
 * thousand recordings takes seconds. Copied where a file system has no hard links.
 * @param files absolute paths by path relative to the folder; a path tells what is in its file, and so does not change
 */
export async function linkFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const [path, file] of files) {
    const name = join(folder, path);
    const there = statSync(name, { throwIfNoEntry: false });
    if (there?.size !== statSync(file).size) linkOrCopy(file, name);
  }
  await removeOthers(folder, files);
}

/** Gives every file of a folder, however deep, a second name at the same place in another folder. */
export async function linkFolder(folder: string, to: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (entry.isFile()) linkOrCopy(file, join(to, relative(folder, file)));
  }
}

/** In one step, so that nobody reads half a file. */
function linkOrCopy(file: string, name: string): void {
  mkdirSync(dirname(name), { recursive: true });
  const draft = `${name}.${process.pid}.draft`;
  try {
    try {
      linkSync(file, draft);
    } catch {
      copyFileSync(file, draft);
    }
    renameSync(draft, name);
  } finally {
    // Left where the disk was full, or where both names were the same file's already: then renaming does nothing (rename(2)).
    rmSync(draft, { force: true });
  }
}
