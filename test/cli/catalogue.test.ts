import { spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../src/cli/root.ts";

function run(program: string, ...args: string[]) {
  return spawnSync(program, args, { cwd: ROOT, encoding: "utf8" });
}

const direct = run(process.execPath, "src/cli/catalogue.ts", "--json");

it("prints one line of JSON and nothing else, also through npm", () => {
  expect(direct.stderr).toBe("");
  const catalogue = JSON.parse(direct.stdout);
  expect(catalogue.layers.map(({ id }: { id: string }) => id)).toContain("rain");
  expect(catalogue.beds.map(({ id }: { id: string }) => id)).toContain("rain-window");
  expect(catalogue.sessions.map(({ id }: { id: string }) => id)).toContain("wind-down");
  expect(direct.stdout.trim().split("\n")).toHaveLength(1);
  expect(run("npm", "run", "--silent", "catalogue", "--", "--json").stdout).toBe(direct.stdout);
  expect(run("npm", "run", "catalogue", "--json").stdout.trim()).toBe(direct.stdout.trim());
});

it("lists every session and bed, with both languages, its moments and its three lengths", async () => {
  const { beds, sessions } = JSON.parse(direct.stdout);
  const folders = (await readdir(join(ROOT, "sounds/sessions"))).toSorted();
  expect(sessions.map(({ id }: { id: string }) => id).toSorted()).toEqual(folders);
  expect(beds).toHaveLength(10);
  for (const { id, languages, moment, seconds } of sessions) {
    expect({ id, languages, moments: moment.length > 0 }).toEqual({
      id,
      languages: ["nl", "en"],
      moments: true,
    });
    for (const language of languages) {
      const { shortest, usual, longest } = seconds[language];
      expect({ id, ordered: 30 <= shortest && shortest <= usual && usual < longest }).toEqual({
        id,
        ordered: true,
      });
    }
  }
});

it("prints a table for people", () => {
  const { stdout, status } = run(process.execPath, "src/cli/catalogue.ts");
  expect(status).toBe(0);
  expect(stdout).toMatch(/LAYERS\n[\s\S]*rain {2,}nature[\s\S]*BEDS\n[\s\S]*SESSIONS\n/);
});

it("says in one line how it is used", () => {
  for (const args of [["--yaml"], ["rain"]]) {
    const { stdout, stderr, status } = run(process.execPath, "src/cli/catalogue.ts", ...args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toEqual([expect.stringMatching(/^Usage: /)]);
  }
});
