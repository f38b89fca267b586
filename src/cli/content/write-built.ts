import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readAtOnce } from "../read-at-once.ts";
import { removeOthers } from "../remove-others.ts";

/**
 * Makes a folder hold these files and nothing else. Files that are the same already are left untouched, so that
 * nothing that watches them stirs; others change in one step, so that nobody reads half a file.
 * @param files contents by path relative to the folder
 */
export async function writeBuilt(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [path, content] of files) await writeIfChanged(join(folder, path), Buffer.from(content));
  await removeOthers(folder, files);
}

async function writeIfChanged(path: string, content: Buffer): Promise<void> {
  if (readAtOnce(path)?.equals(content)) return;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, content);
  await rename(draft, path);
}
