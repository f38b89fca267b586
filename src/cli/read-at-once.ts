import { readFileSync } from "node:fs";

/** A file, null where it cannot be read. At once: of thousands of small ones, waiting for each costs most of the time. */
export function readAtOnce(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
