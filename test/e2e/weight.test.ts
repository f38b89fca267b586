import { expect, inject, it } from "vitest";
import { firstSoundFiles } from "../helper/first-sound-files.ts";
import { peak } from "../helper/levels.ts";
import { heardUntil, openBrowser, PATIENCE_MS, pressBegin } from "./evening.ts";

const BYTES_AT_MOST = 80 * 1024;

it("needs at most 80 KB gzipped before a bed is heard, and no audio file", async () => {
  const files = await firstSoundFiles();
  const bytes = files.reduce((sum, file) => sum + file.gzipBytes, 0);
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(["/", /\.css$/, /\/worklet-/].map((name) => expect.stringMatching(name))),
  );
  expect(paths.filter((path) => !/^\/$|\.(css|js)$/.test(path))).toEqual([]);
  expect(bytes).toBeLessThanOrEqual(BYTES_AT_MOST);
  expect(bytes).toBeGreaterThan(40 * 1024);
});

it("is heard where nothing else can be had", async () => {
  const needed = new Set((await firstSoundFiles()).map(({ path }) => path));
  const browser = await openBrowser();
  try {
    // The page's words are the larger language's: either is enough.
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 390, height: 844 } });
    await context.route("**/*", (route) => {
      const { pathname } = new URL(route.request().url());
      // The ears are the test's own.
      const served = needed.has(pathname) || /\/(ears|messages)-/.test(pathname);
      return served ? route.continue() : route.abort();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${inject("address")}/?ears`);
    await pressBegin(page);
    expect(peak((await heardUntil(page, "master", 2)).left)).toBeGreaterThan(0.001);
  } finally {
    await browser.close();
  }
});
