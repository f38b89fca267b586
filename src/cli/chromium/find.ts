import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** What headless Chromium needs as root, in a container and without a person's touch. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--autoplay-policy=no-user-gesture-required",
] as const;

/** The same engine without windows of its own: a page opens in a third of the time. It has no tab behind another. */
const WITHOUT_WINDOWS = "/usr/bin/chromium-headless-shell";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
] as const;

type Exists = (path: string) => boolean;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Path of a Chrome or Chromium on this machine: the CHROMIUM variable, one without windows, the usual places, then
 * Playwright's own.
 * @returns null where there is none
 */
export function findChromium(
  environment: Environment = process.env,
  exists: Exists = existsSync,
): string | null {
  return firstOf([environment["CHROMIUM"], WITHOUT_WINDOWS, ...USUAL_PLACES], exists);
}

/** The same, of those that have windows and tabs: for what happens to a page that is hidden behind another. */
export function findWindowedChromium(
  environment: Environment = process.env,
  exists: Exists = existsSync,
): string | null {
  return firstOf([environment["CHROMIUM"], ...USUAL_PLACES], exists);
}

function firstOf(places: readonly (string | undefined)[], exists: Exists): string | null {
  const all = [...places, chromium.executablePath()];
  return all.find((place) => place !== undefined && place !== "" && exists(place)) ?? null;
}
