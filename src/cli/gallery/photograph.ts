import type { Browser } from "playwright-core";
import { indexedPng } from "../screenshots/indexed-png.ts";
import { pixelsOf } from "../screenshots/pixels.ts";

/** How long one picture may take to be made. */
const PATIENCE_MS = 60_000;

/** The pictures on the app's own gallery page, by layer. @param address where the built app is served */
export async function photographGallery(
  browser: Browser,
  address: string,
  layers: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 1600 } });
  const pictures = new Map<string, Buffer>();
  try {
    await page.goto(`${address}/gallery`);
    for (const layer of layers) {
      const card = page.locator(`[id="${layer}"]`);
      await card.scrollIntoViewIfNeeded();
      await card.locator('.sound[data-ready="true"]').waitFor({ timeout: PATIENCE_MS });
      const png = await card.locator(".sound").screenshot();
      pictures.set(layer, indexedPng(await pixelsOf(browser, png)));
    }
    return pictures;
  } finally {
    await page.close();
  }
}
