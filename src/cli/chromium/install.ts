import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findTestChromium } from "./find.ts";

/** Runs a program, showing what it says; true where it went well. */
export type Run = (program: string, args: readonly string[]) => boolean;

export interface Machine {
  readonly isRoot: boolean;
  readonly run: Run;
  readonly find: () => string | null;
}

/**
 * Installs Chromium: from Debian's packages as root, else Playwright's own build.
 * @param root the project's folder
 * @returns its path; null where neither worked
 */
export function installChromium(root: string, machine: Machine = THIS_MACHINE): string | null {
  const { isRoot, run, find } = machine;
  if (isRoot && run("apt-get", ["--version"])) {
    console.log("No Chrome or Chromium was found; installing Debian's.");
    const install = (...names: string[]) =>
      run("apt-get", ["-q", "install", "-y", "--no-install-recommends", ...names]);
    // Older releases have no package of the one without windows.
    if (run("apt-get", ["-q", "update"]) && !install("chromium", "chromium-headless-shell"))
      install("chromium");
    const found = find();
    if (found !== null) return found;
  }
  console.log("No Chrome or Chromium was found; installing Playwright's.");
  const playwright = join(root, "node_modules/playwright/cli.js");
  run(process.execPath, [playwright, "install", ...(isRoot ? ["--with-deps"] : []), "chromium"]);
  return find();
}

const THIS_MACHINE: Machine = {
  isRoot: process.getuid?.() === 0,
  run(program, args) {
    const { status } = spawnSync(program, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return status === 0;
  },
  find: findTestChromium,
};
