import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BackupFile } from "./backup-file.ts";
import { isInUse } from "./folder.ts";

export interface Restored {
  readonly databases: number;
  /** Where the state that there was is now; null where there was none. */
  readonly aside: string | null;
}

/**
 * Puts a backup's state in place of the one that there is. It is unpacked beside it first, so that a damaged backup
 * changes nothing. Throws in words for the operator.
 * @param force whether a state that has something in it may be put aside
 */
export async function restore(file: string, folder: string, force: boolean): Promise<Restored> {
  const backup = BackupFile.open(file);
  const unpacking = `${folder}.restoring`;
  try {
    if (await isInUse(folder)) throw new Error(`A service runs on ${folder}. Stop it first.`);
    const occupied = (await readdir(folder).catch(() => [])).length > 0;
    if (occupied && !force) {
      throw new Error(
        `There is a state in ${folder}. With --force it is put aside, and the backup takes its place.`,
      );
    }
    await rm(unpacking, { recursive: true, force: true });
    const databases = await unpack(backup, unpacking);
    const aside = occupied ? `${folder}.before-${new Date().toISOString().replaceAll(/[:.]/g, "-")}` : null;
    if (aside) await rename(folder, aside);
    else await rm(folder, { recursive: true, force: true });
    await rename(unpacking, folder);
    return { databases, aside };
  } finally {
    backup.close();
    await rm(unpacking, { recursive: true, force: true });
  }
}

async function unpack(backup: BackupFile, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  let databases = 0;
  for (const { path, content } of backup.files()) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, { mode: 0o600 });
    databases++;
  }
  return databases;
}
