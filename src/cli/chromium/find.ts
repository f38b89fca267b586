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

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
] as const;

/** The same engine without windows of its own: a page opens in a third of the time. It has no tab behind another. */
const WITHOUT_WINDOWS = "/usr/bin/chromium-headless-shell";

type Exists = (path: string) => boolean;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Path of a Chrome or Chromium on this machine: the CHROMIUM variable, the usual places, Playwright's own, then one
 * without windows. What people hear and what is measured comes from the browser that people have.
 * @returns null where there is none
 */
export function findChromium(
  environment: Environment = process.env,
  exists: Exists = existsSync,
): string | null {
  return firstOf(
    [environment["CHROMIUM"], ...USUAL_PLACES, chromium.executablePath(), WITHOUT_WINDOWS],
    exists,
  );
}

/** The same for test suites, which open hundreds of pages: first the one without windows. */
export function findTestChromium(
  environment: Environment = process.env,
  exists: Exists = existsSync,
): string | null {
  return firstOf(
    [environment["CHROMIUM"], WITHOUT_WINDOWS, ...USUAL_PLACES, chromium.executablePath()],
    exists,
  );
}

function firstOf(places: readonly (string | undefined)[], exists: Exists): string | null {
  return places.find((place) => place !== undefined && place !== "" && exists(place)) ?? null;
}
