import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { findChromium } from "./find.ts";

/**
 * Installs Chromium: from Debian's packages as root, else Playwright's own build. What it does is shown.
 * @returns its path; null where neither worked
 */
export function installChromium(root: string): string | null {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && succeeds("apt-get", ["--version"], "ignore")) {
    console.log("No Chrome or Chromium was found; installing Debian's.");
    if (apt("update")) apt("install", "-y", "--no-install-recommends", "chromium");
  }
  const found = findChromium();
  if (found !== null) return found;
  console.log("No Chrome or Chromium was found; installing Playwright's.");
  const playwright = join(root, "node_modules/playwright/cli.js");
  succeeds(process.execPath, [playwright, "install", ...(isRoot ? ["--with-deps"] : []), "chromium"]);
  return findChromium();
}

function apt(...args: string[]): boolean {
  return succeeds("apt-get", ["-q", ...args]);
}

function succeeds(
  program: string,
  args: readonly string[],
  output: "inherit" | "ignore" = "inherit",
): boolean {
  const { status } = spawnSync(program, args, {
    stdio: ["ignore", output, output],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}
