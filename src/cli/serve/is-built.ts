import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fingerprint } from "./fingerprint.ts";

/** Names the sources that `dist/` was built from. */
export const FINGERPRINT_FILE = "dist/sources.txt";

/**
 * Whether `dist/`, and the content in it, was built from the very sources that there are.
 * @param root the project's folder
 * @param sources their fingerprint, where it is known already
 */
export async function isBuilt(root: string, sources?: string): Promise<boolean> {
  const built = await readFile(join(root, FINGERPRINT_FILE), "utf8").catch(() => null);
  return built !== null && built === (sources ?? (await fingerprint(root)));
}
