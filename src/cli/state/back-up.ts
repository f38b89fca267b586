import { existsSync } from "node:fs";
import { chmod, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BackupFile } from "./backup-file.ts";
import { databasesIn } from "./folder.ts";

/**
 * Copies a state into one file, while the service runs or not. Each object is copied as it is at one moment, by SQLite
 * itself, without what it has deleted; objects need nothing of each other, so those moments may differ.
 * @returns how many databases it holds
 */
export async function backUp(folder: string, file: string): Promise<number> {
  if (existsSync(file)) throw new Error(`${file} is there already. Name another file, or remove it first.`);
  const paths = await databasesIn(folder);
  if (paths.length === 0) throw new Error(`There is nothing in ${folder} yet.`);
  const partial = `${file}.partial`;
  await rm(partial, { force: true });
  const scratch = await mkdtemp(join(tmpdir(), "luwte-backup-"));
  const backup = BackupFile.make(partial, new Date());
  try {
    // It holds what people keep: for the operator's eyes alone, before anything is in it.
    await chmod(partial, 0o600);
    let copied = 0;
    for (const path of paths) {
      const content = await contentOf(join(folder, path), join(scratch, "copy.sqlite"));
      if (content === null) continue;
      backup.add(path, content);
      copied++;
    }
    backup.finish();
    await rename(partial, file);
    return copied;
  } catch (error) {
    backup.close();
    await rm(partial, { force: true });
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Null where nothing is kept: a profile that was erased leaves an empty file. */
async function contentOf(source: string, copy: string): Promise<Buffer | null> {
  if (!existsSync(source)) return null;
  const database = new DatabaseSync(source, { readOnly: true });
  try {
    // A writer may be at it for a moment.
    database.exec("PRAGMA busy_timeout = 5000");
    if (database.prepare("SELECT count(*) AS n FROM sqlite_master").get()?.["n"] === 0) return null;
    database.prepare("VACUUM INTO ?").run(copy);
    return await readFile(copy);
  } finally {
    database.close();
    await rm(copy, { force: true });
  }
}
