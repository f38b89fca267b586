import type { Browser } from "playwright-core";
import { PHONE } from "./evening.ts";

/** Width of one phone in the picture, CSS pixels, and the black around them. */
const PHONE_WIDTH = 288;
const MARGIN = 28;

/** Phones side by side on black, as one PNG. @param screens PNG, from left to right */
export async function compose(browser: Browser, screens: readonly Buffer[]): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  const height = Math.round((PHONE_WIDTH * PHONE.height) / PHONE.width);
  const images = screens.map((png) => `<img src="data:image/png;base64,${png.toString("base64")}">`);
  await page.setContent(`<style>
    body { margin: 0; background: rgb(0 0 0); }
    main { display: inline-flex; gap: ${MARGIN}px; padding: ${MARGIN}px; }
    img { width: ${PHONE_WIDTH}px; height: ${height}px; border: 1px solid rgb(58 37 0); border-radius: 30px; }
  </style><main>${images.join("")}</main>`);
  const picture = await page.locator("main").screenshot();
  await page.close();
  return picture;
}
