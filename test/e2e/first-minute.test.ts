import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openApp, openBrowser, pressBegin } from "./evening.ts";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage({ locale: "nl-NL", viewport: { width: 390, height: 844 } });
  await openApp(page, inject("address"));
});

afterAll(() => browser?.close());

describe("the first minute, in bed", () => {
  test("one button, what it plays and until when; after the press three words, then one acknowledgement", async () => {
    await expect
      .poll(() => page.locator("#tonight").textContent())
      .toMatch(/^Regen aan het raam · tot \d\d:\d\d$/);
    await pressBegin(page);
    const word = page.getByRole("button", { name: "Lijf onrustig" });
    await word.waitFor({ timeout: 6000 });
    expect(await page.locator(".caption").textContent()).toBe("");
    await word.click();
    await expect
      .poll(() => page.locator(".caption").textContent(), { timeout: 20_000, interval: 200 })
      .not.toBe("");
    const seconds = await page.evaluate(() => performance.now());
    expect(seconds).toBeGreaterThan(10_000);
    expect(await word.count()).toBe(0);
  });

  test("then where the phone may go", async () => {
    await expect
      .poll(() => page.locator(".caption").textContent(), { timeout: 30_000, interval: 200 })
      .toMatch(/telefoon/);
  });

  test("hold for a second: too much, and the sound stays", async () => {
    await page.mouse.move(195, 400);
    await page.mouse.down();
    await page.waitForTimeout(1200);
    await page.mouse.up();
    await expect.poll(() => page.locator(".caption").textContent()).toMatch(/Geen woorden meer/);
  });
});
