import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../src/cli/root.ts";

const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));

it("every command begins by asking whether this Node can read TypeScript", () => {
  for (const [name, script] of Object.entries(scripts)) {
    expect(script).toMatch(
      new RegExp(`^(exec )?node --import ./src/cli/node-version\\.mjs src/cli/${name}\\.ts$`),
    );
  }
});

it("a Node that cannot says so in one line", () => {
  const command = ["--import", "./src/cli/node-version.mjs", "src/cli/catalogue.ts"];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--no-experimental-strip-types", ...command],
    { cwd: ROOT, encoding: "utf8" },
  );
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr.trim()).toMatch(/^Luwte's commands need Node 22\.18 or newer; this is v[^\n]*$/);
});
