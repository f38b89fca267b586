import { existsSync } from "node:fs";
import { launch } from "puppeteer-core";
import type { EnginePage } from "./engine-page.ts";

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
 * A page of Firefox, headless, driven over WebDriver BiDi. Throws, saying what to install, where there is none.
 * @param environment beside the program's own
 */
export async function openFirefox(environment: Readonly<Record<string, string>>): Promise<EnginePage> {
  const executablePath = findFirefox();
  if (!executablePath) {
    throw new Error("there is no Firefox: apt-get install firefox-esr, or set FIREFOX to one.");
  }
  const browser = await launch({
    browser: "firefox",
    executablePath,
    headless: true,
    env: { ...process.env, ...environment },
    // A long render is one answer.
    protocolTimeout: 600_000,
  });
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  return {
    name: (await browser.version()).replace("firefox/", "Firefox "),
    async open(url) {
      await page.goto(url);
    },
    run: async (call, argument) =>
      // The driver's own types see handles where plain data goes through.
      (await page.evaluate(call as (argument: unknown) => unknown, argument)) as never,
    press: (button) => page.locator(`::-p-aria([name="${button}"][role="button"])`).click(),
    errors: () => errors,
    close: () => browser.close(),
  };
}
