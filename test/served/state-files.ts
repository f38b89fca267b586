import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** State files in which a text stands, as their bytes are on the disk, write-ahead logs and all. */
export async function stateFilesWith(stateFolder: string, text: string): Promise<string[]> {
  const entries = await readdir(stateFolder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  // A log may be gone between the two looks.
  const contents = await Promise.all(paths.map((path) => readFile(path).catch(() => null)));
  return paths.filter((_, index) => contents[index]?.includes(text));
}
