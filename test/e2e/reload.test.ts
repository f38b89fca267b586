import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, type TestContext, test } from "vitest";
import { clockLabel } from "../../src/i18n/time.ts";
import { parseNightRecord } from "../../src/store/nightRecord.ts";
import { rms } from "../helper/levels.ts";
import {
  ears,
  eventually,
  heard,
  heardSeconds,
  openApp,
  openBrowser,
  pressBegin,
  stretch,
} from "./evening.ts";
import { readKept, writeKept } from "./kept.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const address = inject("address");
const contextOptions = {
  locale: "en-GB",
  timezoneId: "Europe/Brussels",
  viewport: { width: 390, height: 844 },
};

/** Someone at home, the app open, for as long as the test runs. */
async function atHome(
  onTestFinished: TestContext["onTestFinished"],
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(contextOptions);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await openApp(page, address);
  return { context, page };
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

/** The night as it is kept on the device, once it is. */
async function keptNight(page: Page) {
  await eventually(
    "the kept night",
    () => readKept(page, "night"),
    (night) => night !== undefined,
  );
  const night = parseNightRecord(await readKept(page, "night"));
  if (!night) throw new Error("the kept night is damaged");
  return night;
}

/** Level of the last half second on the master bus, dB. */
async function levelNow(page: Page): Promise<number> {
  const { samples, sampleRate } = await heard(page, "master", 0.5);
  return 20 * Math.log10(rms(samples.subarray(-sampleRate / 2)));
}

/** Waits until what comes out is sound. */
async function sounds(page: Page): Promise<void> {
  await page.waitForFunction(() => globalThis.luwteEars);
  await eventually(
    "level on the master bus, dB",
    () => levelNow(page),
    (level) => level > -55,
  );
}

async function stop(page: Page): Promise<void> {
  await button(page, "Controls").click();
  await button(page, "Stop").click();
  await page.getByText("The night is yours.").waitFor({ timeout: 6000 });
  await button(page, "Back to the start").click();
}

describe.concurrent("a night that a reload broke off", () => {
  test("is offered with the same end, and goes on at the press, where it would be", async ({
    onTestFinished,
  }) => {
    const { page } = await atHome(onTestFinished);
    await pressBegin(page);
    const before = await keptNight(page);
    await sounds(page);
    await page.reload();
    const goOn = button(page, "Go on");
    await goOn.waitFor();
    const until = clockLabel(before.deadline ?? 0, "en-GB", "Europe/Brussels");
    expect(await page.locator("#tonight").textContent()).toBe(`Rain at the window · until ${until}`);
    const pressed = performance.now();
    await goOn.click();
    await sounds(page);
    const waitedSeconds = (performance.now() - pressed) / 1000;
    const after = await keptNight(page);
    expect([after.deadline, after.startedAt]).toEqual([before.deadline, before.startedAt]);
    const ending = await ears(page, (listening) => listening.plan.ending);
    const nightSeconds = ((before.deadline ?? 0) - before.startedAt) / 1000;
    // What the browser took to begin is taken off the night, so that its end stays where it was on the wall.
    const takenOff = nightSeconds - (ending?.deadlineSeconds ?? 0);
    expect(takenOff).toBeGreaterThan(-0.3);
    expect(takenOff).toBeLessThan(waitedSeconds);
    expect(nightSeconds).toBe(45 * 60);
    const { fromSeconds } = await heard(page, "master");
    expect(fromSeconds).toBeGreaterThan(1);
    expect(await button(page, "Body restless").count()).toBe(0);
  });

  test("and whose end has passed meanwhile is not offered, and stays silent", async ({ onTestFinished }) => {
    const { page } = await atHome(onTestFinished);
    await pressBegin(page);
    const night = await keptNight(page);
    await sounds(page);
    await writeKept(page, "night", {
      ...night,
      startedAt: night.startedAt - 3_600_000,
      deadline: Date.now() - 1000,
    });
    await page.reload();
    await button(page, "Begin").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await button(page, "Go on").count()).toBe(0);
    expect(await readKept(page, "night")).toBeUndefined();
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => globalThis.luwteEars === undefined)).toBe(true);
  });
});

describe.concurrent("a night", () => {
  test("that was stopped is over; the next one begins", async ({ onTestFinished }) => {
    const { page } = await atHome(onTestFinished);
    await pressBegin(page);
    await sounds(page);
    const first = await keptNight(page);
    await stop(page);
    expect(await readKept(page, "night")).toBeUndefined();
    await page.evaluate(() => {
      globalThis.luwteEars = undefined;
    });
    await pressBegin(page);
    await sounds(page);
    const second = await keptNight(page);
    expect(second.startedAt).toBeGreaterThan(first.startedAt);
    const recording = await heard(page, "master");
    expect(rms(stretch(recording, 0, 0.5))).toBeLessThan(
      rms(recording.samples.subarray(-recording.sampleRate)),
    );
  });

  test("is held by the space bar, and comes back by it", async ({ onTestFinished }) => {
    const { page } = await atHome(onTestFinished);
    await pressBegin(page);
    await sounds(page);
    const { deadline } = await keptNight(page);
    await page.keyboard.press(" ");
    await page.getByText("The sound is waiting for you.").waitFor();
    // It fades, and then the clock stands: nothing more comes.
    let until = -1;
    await eventually(
      "seconds heard since the last look",
      async () => {
        const before = until;
        until = await heardSeconds(page, "master");
        return until - before;
      },
      (more) => more === 0,
    );
    // The last of it: the clock stands a moment after the second in which it went.
    const held = await heard(page, "master", 0.1);
    expect(20 * Math.log10(rms(held.samples) + 1e-9)).toBeLessThan(-90);
    await page.waitForTimeout(1000);
    expect(await heardSeconds(page, "master")).toBe(until);
    await page.keyboard.press(" ");
    await sounds(page);
    expect(await heardSeconds(page, "master")).toBeGreaterThan(until);
    expect((await keptNight(page)).deadline).toBe(deadline);
  });

  test("is one per device: a second tab says where it plays, and may play once that has stopped", async ({
    onTestFinished,
  }) => {
    const { context, page } = await atHome(onTestFinished);
    await pressBegin(page);
    await sounds(page);
    const second = await context.newPage();
    await second.goto(`${address}/?ears=master`);
    await button(second, "Begin").waitFor();
    await second.waitForTimeout(1500);
    // What goes on in the first tab is not this one's to take up.
    expect(await button(second, "Go on").count()).toBe(0);
    await pressBegin(second);
    await second.getByText("Luwte is already playing in another window.").waitFor({ timeout: 6000 });
    expect(await second.evaluate(() => globalThis.luwteEars === undefined)).toBe(true);
    await page.bringToFront();
    await stop(page);
    await second.bringToFront();
    await pressBegin(second);
    await sounds(second);
  });

  test("plays a narrator's sample, and its own anchor, through HTML audio elements", async ({
    onTestFinished,
  }) => {
    const context = await browser.newContext(contextOptions);
    onTestFinished(() => context.close());
    await context.addInitScript(() => {
      const played = new Set<HTMLMediaElement>();
      Object.assign(globalThis, { played });
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
        played.add(this);
        return play.call(this);
      };
    });
    const page = await context.newPage();
    await openApp(page, address);
    /** Addresses of the elements that are heard now. */
    const elements = () =>
      page.evaluate(() =>
        [...(globalThis as unknown as { played: Set<HTMLMediaElement> }).played]
          .filter((element) => !element.paused && element.currentTime > 0 && element.volume === 1)
          .map((element) => element.currentSrc),
      );
    await button(page, "Guide").click();
    await button(page, "Listen to Wren").click();
    await eventually(
      "one element plays",
      elements,
      ([url, ...more]) => /\/[^/]+\.mp3$/.test(url ?? "") && more.length === 0,
    );
    await eventually("no element plays", elements, (playing) => playing.length === 0);
    await button(page, "Close").click();
    await pressBegin(page);
    await eventually(
      "one element plays",
      elements,
      ([url, ...more]) => /^blob:/.test(url ?? "") && more.length === 0,
    );
    await page.keyboard.press(" ");
    await eventually("no element plays", elements, (playing) => playing.length === 0);
  });
});
