import { existsSync } from "node:fs";
import { type Browser, launch } from "puppeteer-core";

const USUAL_PLACES = [
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/snap/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
] as const;

/** Path of a Firefox on this machine: the FIREFOX variable, or the usual places; null where there is none. */
export function findFirefox(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
): string | null {
  const places = [environment["FIREFOX"], ...USUAL_PLACES];
  return places.find((place) => place !== undefined && place !== "" && exists(place)) ?? null;
}

/**
 * Firefox, headless, driven over WebDriver BiDi. Throws, saying what to install, where there is none.
 * @param environment beside the program's own
 */
export async function openFirefox(environment: Readonly<Record<string, string>> = {}): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) {
    throw new Error("there is no Firefox: apt-get install firefox-esr, or set FIREFOX to one.");
  }
  return launch({
    browser: "firefox",
    executablePath,
    headless: true,
    env: { ...process.env, ...environment },
  });
}
