import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { backUp } from "../../../src/cli/state/back-up.ts";
import { isInUse } from "../../../src/cli/state/folder.ts";
import { restore } from "../../../src/cli/state/restore.ts";

const PROFILE = `luwte-profile/${"0a".repeat(32)}.sqlite`;
const ERASED = `luwte-profile/${"0b".repeat(32)}.sqlite`;
const ALARMS = "luwte-profile/metadata.sqlite";

let folder = "";
let state = "";
let file = "";
const open: DatabaseSync[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "luwte-backup-test-"));
  state = join(folder, "state");
  file = join(folder, "night.backup");
  await mkdir(join(state, "luwte-profile"), { recursive: true });
});
afterEach(async () => {
  for (const database of open.splice(0)) database.close();
  await rm(folder, { recursive: true, force: true });
});

/** As workerd keeps an object: with a write-ahead log, and open for as long as the object lives. */
function keep(path: string, body: string): DatabaseSync {
  const database = new DatabaseSync(join(state, path));
  open.push(database);
  database.exec("PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS doc (body TEXT)");
  database.prepare("INSERT INTO doc VALUES (?)").run(body);
  return database;
}

function end(): void {
  for (const database of open.splice(0)) database.close();
}

function bodiesIn(path: string): unknown[] {
  const database = new DatabaseSync(join(state, path), { readOnly: true });
  const rows = database.prepare("SELECT body FROM doc ORDER BY rowid").all();
  database.close();
  return rows.map((row) => row["body"]);
}

it("keeps what is written, the log of a running object too, and gives it back", async () => {
  keep(ALARMS, "alarm");
  keep(PROFILE, "first").prepare("INSERT INTO doc VALUES (?)").run("second");
  await writeFile(join(state, ERASED), "");
  await writeFile(join(state, "luwte-profile/notes.txt"), "not of ours");
  expect(await backUp(state, file)).toBe(2);
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  keep(PROFILE, "after the backup");
  end();
  const { databases, aside } = await restore(file, state, true);
  expect(databases).toBe(2);
  expect(bodiesIn(PROFILE)).toEqual(["first", "second"]);
  expect((await readdir(state, { recursive: true })).sort()).toEqual(
    ["luwte-profile", ALARMS, PROFILE].sort(),
  );
  expect(aside).not.toBeNull();
  state = aside ?? "";
  expect(bodiesIn(PROFILE)).toEqual(["first", "second", "after the backup"]);
});

it("carries nothing on that was deleted before", async () => {
  const database = keep(PROFILE, "zqx-deleted-words".repeat(1000));
  database.exec("DELETE FROM doc");
  end();
  await backUp(state, file);
  await rm(state, { recursive: true });
  await restore(file, state, false);
  expect((await readFile(join(state, PROFILE))).includes("zqx-deleted-words")).toBe(false);
});

it("puts nothing in the place of a state unless told to, and never where a service runs", async () => {
  keep(ALARMS, "alarm");
  await backUp(state, file);
  expect(await isInUse(state)).toBe(true);
  await expect(restore(file, state, true)).rejects.toThrow(/runs on/);
  end();
  expect(await isInUse(state)).toBe(false);
  await expect(restore(file, state, false)).rejects.toThrow(/--force/);
  expect(bodiesIn(ALARMS)).toEqual(["alarm"]);
});

it("writes over no file, and says when there is nothing", async () => {
  await expect(backUp(state, file)).rejects.toThrow(/nothing in/);
  keep(ALARMS, "alarm");
  await writeFile(file, "mine");
  await expect(backUp(state, file)).rejects.toThrow(/there already/);
  expect(await readFile(file, "utf8")).toBe("mine");
});

it("changes nothing where a backup is none, damaged, newer, or reaches out of the folder", async () => {
  keep(ALARMS, "alarm");
  end();
  await backUp(state, file);
  const spoil = async (statement: string) => {
    const copy = join(folder, "spoiled");
    await writeFile(copy, await readFile(file));
    const database = new DatabaseSync(copy);
    database.exec(statement);
    database.close();
    return restore(copy, state, true);
  };
  await expect(spoil("UPDATE about SET version = 2")).rejects.toThrow(/newer/);
  await expect(spoil("UPDATE about SET format = 'else'")).rejects.toThrow(/no backup/);
  await expect(spoil("UPDATE file SET content = x'00'")).rejects.toThrow(/damaged/);
  await expect(spoil("UPDATE file SET path = '../../etc/x.sqlite'")).rejects.toThrow(/no part/);
  await writeFile(join(folder, "text"), "no database");
  await expect(restore(join(folder, "text"), state, true)).rejects.toThrow(/no backup/);
  expect(bodiesIn(ALARMS)).toEqual(["alarm"]);
  expect(
    (await readdir(folder)).filter((name) => name.includes("restoring") || name.includes("before")),
  ).toEqual([]);
});
