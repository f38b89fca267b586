import { chromium, type Page } from "playwright-core";
import { createServer, type Plugin } from "vite";
import { clientConfig } from "../../../client.config.ts";
import { ROOT } from "../root.ts";
import { CHROMIUM_ARGS, findChromium } from "./find.ts";

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
  const server = await createServer({
    ...clientConfig,
    root: ROOT,
    configFile: false,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [...plugins],
  });
  try {
    await server.listen();
    const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
    try {
      const page = await browser.newPage();
      await page.goto(`${server.resolvedUrls?.local[0] ?? ""}${path}`);
      return await use(page);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}
