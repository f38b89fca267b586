import { chromium, type Page } from "playwright-core";
import type { Plugin } from "vite";
import { CHROMIUM_ARGS, findChromium } from "./find.ts";
import { withProjectServer } from "./project-server.ts";

/**
 * Opens a page of the project's own sources in headless Chromium, served by Vite on loopback, for as long as `use`
 * takes. Throws where there is no Chromium.
 * @param path the page, from the project's folder
 */
export async function withProjectPage<Result>(
  path: string,
  plugins: readonly Plugin[],
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error("there is no Chrome or Chromium; set CHROMIUM to one, or run npm test once.");
  }
  return withProjectServer(plugins, async (address) => {
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
    try {
      const page = await browser.newPage();
      await page.goto(`${address}${path}`);
      return await use(page);
    } finally {
      await browser.close();
    }
  });
}
