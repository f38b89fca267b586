import { expect, inject, onTestFinished, test } from "vitest";
import { firstAboveSeconds } from "../helper/onsets.ts";
import { ears, heardUntil, openApp, openBrowser, pressBegin } from "./evening.ts";

/** A machine that does something else just then is given another press; an app that is too slow is so each time. */
const OTHER_PRESSES = { retry: 4 };

test("once loaded, the first sound is there within 100 ms of the press", OTHER_PRESSES, async () => {
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: "en-GB", viewport: { width: 390, height: 844 } });
  await openApp(page, inject("address"));
  await page.waitForTimeout(1000);
  const pressedMs = await pressBegin(page);
  const { samples, sampleRate, fromSeconds } = await heardUntil(page, "master", 1.5);
  const first = firstAboveSeconds(samples, sampleRate, -60);
  expect(first).not.toBeNull();
  const [startMs, origin] = await ears(
    page,
    async (listening) => [await listening.contextStartMs(), listening.originSeconds()] as const,
  );
  const heardMs = startMs + (origin + fromSeconds + (first ?? 0)) * 1000;
  expect(heardMs - pressedMs).toBeLessThan(100);
  expect(heardMs - pressedMs).toBeGreaterThan(0);
});
