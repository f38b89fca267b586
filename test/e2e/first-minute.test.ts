import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openApp, openBrowser, PATIENCE_MS, pressBegin } from "./evening.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ locale: "nl-NL", viewport: { width: 390, height: 844 } });
  await openApp(page, inject("address"));
  await page.evaluate(() => {
    const captions: string[] = [];
    Object.assign(globalThis, { captions });
    const look = () => {
      const said = document.querySelector(".caption")?.textContent;
      if (said && said !== captions.at(-1)) captions.push(said);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
});

afterAll(() => browser?.close());

/** Waits for a caption; one that has come and gone by now counts. */
async function captioned(words: RegExp, withinMs: number): Promise<void> {
  await expect
    .poll(() => page.evaluate("captions.join()"), { timeout: withinMs, interval: 200 })
    .toMatch(words);
}

describe("the first minute, in bed", () => {
  test("one button, what it plays and until when; after the press three words, then one acknowledgement", async () => {
    await expect
      .poll(() => page.locator("#tonight").textContent(), { timeout: PATIENCE_MS })
      .toMatch(/^Regen aan het raam · tot \d\d:\d\d$/);
    await pressBegin(page);
    const word = page.getByRole("button", { name: "Lijf onrustig" });
    await word.waitFor({ timeout: 6000 });
    expect(await page.locator(".caption").textContent()).toBe("");
    await word.click();
    await captioned(/\S/, 20_000);
    const seconds = await page.evaluate(() => performance.now());
    expect(seconds).toBeGreaterThan(10_000);
    expect(await word.count()).toBe(0);
  });

  test("then where the phone may go", async () => {
    await captioned(/telefoon/, 30_000);
  });

  test("hold for a second: too much, and the sound stays", async () => {
    await page.mouse.move(195, 400);
    await page.mouse.down();
    await page.waitForTimeout(1200);
    await page.mouse.up();
    await captioned(/Geen woorden meer/, 4000);
  });
});
