import { readdir } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Where data is kept: LUWTE_STATE, or `.luwte/state` in the project's folder. */
export function stateFolderOf(root: string): string {
  return resolve(root, process.env["LUWTE_STATE"] || join(".luwte", "state"));
}

/** One database per object, and one per class for its alarms: `luwte-profile/<id>.sqlite`. */
const DATABASE = /^[a-z-]{1,40}\/(?:[0-9a-f]{64}|metadata)\.sqlite$/;

export function isDatabasePath(path: string): boolean {
  return DATABASE.test(path);
}

/** Paths of all databases of a state folder, from that folder; none where it does not exist. */
export async function databasesIn(folder: string): Promise<readonly string[]> {
  const paths = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return paths
    .map((path) => path.split(sep).join("/"))
    .filter(isDatabasePath)
    .sort();
}

/**
 * Whether workerd runs on a state folder, whoever started it: it holds a lock on each class's own database for as long
 * as it lives, and the system lets go of it however it ends.
 */
export async function isInUse(folder: string): Promise<boolean> {
  const alarms = (await databasesIn(folder)).filter((path) => path.endsWith("/metadata.sqlite"));
  return alarms.some((path) => isLocked(join(folder, path)));
}

function isLocked(path: string): boolean {
  const database = new DatabaseSync(path);
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK");
    return false;
  } catch (error) {
    if (error instanceof Error && /locked|busy/.test(error.message)) return true;
    throw error;
  } finally {
    database.close();
  }
}
