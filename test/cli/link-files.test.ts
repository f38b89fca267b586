import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { linkFiles, linkFolder } from "../../src/cli/link-files.ts";

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "luwte-link-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "from"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, "from", name), text);
  return folder;
}

it("gives files a second name without copying them, and takes away what is no more", async () => {
  const root = await folderWith({ "a.mp3": "aaa", "b.mp3": "bbb" });
  const [a, b] = [join(root, "from/a.mp3"), join(root, "from/b.mp3")];
  await linkFiles(join(root, "to"), new Map([["nl/a-1.mp3", a]]));
  expect((await stat(join(root, "to/nl/a-1.mp3"))).ino).toBe((await stat(a)).ino);
  await linkFiles(join(root, "to"), new Map([["nl/b-1.mp3", b]]));
  expect(await readdir(join(root, "to/nl"))).toEqual(["b-1.mp3"]);
});

it("what was built keeps its sound when a recording is made anew, and half a file is replaced", async () => {
  const root = await folderWith({ "a.mp3": "before" });
  const a = join(root, "from/a.mp3");
  await mkdir(join(root, "to"));
  await writeFile(join(root, "to/a-1.mp3"), "bef");
  await linkFiles(join(root, "to"), new Map([["a-1.mp3", a]]));
  await writeFile(`${a}.new`, "after it");
  await rename(`${a}.new`, a);
  expect(await readFile(join(root, "to/a-1.mp3"), "utf8")).toBe("before");
  await linkFiles(join(root, "to"), new Map([["a-2.mp3", a]]));
  expect(await readFile(join(root, "to/a-2.mp3"), "utf8")).toBe("after it");
  expect(await readdir(join(root, "to"))).toEqual(["a-2.mp3"]);
});

it("takes a whole folder along, also where it was taken before", async () => {
  const root = await folderWith({ "icon.svg": "<svg/>" });
  for (let time = 0; time < 2; time++) await linkFolder(join(root, "from"), join(root, "dist/client"));
  expect(await readdir(join(root, "dist/client"))).toEqual(["icon.svg"]);
  expect(await readFile(join(root, "dist/client/icon.svg"), "utf8")).toBe("<svg/>");
});
