import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import { readScriptOptions } from "../../src/cli/script/options.ts";

const FRONT = `---
moment: evening
need: tired
caution: pain -> orient
author: A
reviewed-by: B
bed: night-sea
usual: 9m
---
## A
It's late.
`;

/** A folder of somebody's own, outside the project. */
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "luwte-script-"));
  await writeFile(join(folder, "bad.en.md"), `${FRONT}You're safe here.\n`);
  await writeFile(join(folder, "loud.en.md"), `${FRONT}Rest now!\n`);
  await writeFile(join(folder, "notes.md"), FRONT);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function check(...args: string[]) {
  const program = [join(ROOT, "src/cli/script.ts"), "check", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { cwd: folder, encoding: "utf8" });
  return { status, said: (stdout + stderr).trim() };
}

describe("npm run script -- check", () => {
  it("names file, line, column, rule and remedy, and ends with 1 on an error", () => {
    const { status, said } = check("bad.en.md");
    expect(status).toBe(1);
    expect(said).toMatch(
      /bad\.en\.md:12:1 error safe-claim “safe” is said here\. .*“safe enough”.*\n1 scripts, 1 errors, 0 warnings$/,
    );
  });

  it("ends with 0 where there are only warnings, with 1 where those count too", () => {
    expect(check("loud.en.md")).toMatchObject({
      status: 0,
      said: expect.stringMatching(
        /loud\.en\.md:12:1 warning exclamation .*\n1 scripts, 0 errors, 1 warnings$/,
      ),
    });
    expect(check("--strict", "loud.en.md").status).toBe(1);
  });

  it.each([
    [["notes.md"], /call the file script\.nl\.md or script\.en\.md/],
    [["away.en.md"], /away\.en\.md cannot be read/],
    [["--loud"], /--loud/],
  ])("says plainly that it cannot do with %j", (args, words) => {
    const { status, said } = check(...args);
    expect(status).toBe(1);
    expect(said).toMatch(words);
  });
});

describe("readScriptOptions", () => {
  it("reads files and --strict, and tells how to ask", () => {
    expect(readScriptOptions(["check", "a.nl.md", "--strict"])).toEqual({ files: ["a.nl.md"], strict: true });
    expect(readScriptOptions(["check"])).toEqual({ files: [], strict: false });
    expect(readScriptOptions(["--help"])).toBe("help");
    expect(() => readScriptOptions(["chek"])).toThrow(/no command "chek".*check \[FILE…\]/s);
  });
});
