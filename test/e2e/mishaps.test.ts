import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, type TestContext, test } from "vitest";
import { rms } from "../helper/levels.ts";
import {
  eventually,
  heard,
  heardUntil,
  openApp,
  openBrowser,
  PATIENCE_MS,
  pressBegin,
  stretch,
} from "./evening.ts";

/** As a browser does: once more where the service has just closed a connection that was kept for later. */
const AGAIN = { maxRetries: 2 };

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const address = inject("address");

/** A person who has never been here, for as long as the test runs. */
async function newcomer(
  onTestFinished: TestContext["onTestFinished"],
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 390, height: 844 } });
  onTestFinished(() => context.close());
  return { context, page: await context.newPage() };
}

/** Presses Begin and listens for a few seconds. */
async function soundGoesOn(page: Page): Promise<void> {
  await pressBegin(page);
  await sounds(page);
}

/** The bed is there, and comes up as it should. */
async function sounds(page: Page): Promise<void> {
  const master = await heardUntil(page, "master", 5);
  expect(20 * Math.log10(rms(stretch(master, 4, 5)))).toBeGreaterThan(-60);
}

/** Longer than the waves of a sea are apart, seconds. */
const LOOKED_BACK_SECONDS = 20;

/** Level of the loudest second of the layers of late, linear. */
async function loudestSecond(page: Page): Promise<number> {
  const { samples, sampleRate } = await heard(page, "layers", LOOKED_BACK_SECONDS);
  let loudest = 0;
  for (let at = 0; at + sampleRate <= samples.length; at += sampleRate) {
    loudest = Math.max(loudest, rms(samples.subarray(at, at + sampleRate)));
  }
  return loudest;
}

function says(page: Page, words: string | RegExp): Promise<void> {
  return page.getByText(words).waitFor();
}

describe.concurrent("the sound goes on, and it is said in plain words, when", () => {
  test("the Worker is away", async ({ onTestFinished }) => {
    const { context, page } = await newcomer(onTestFinished);
    await context.route("**/api/**", (route) => route.abort());
    await openApp(page, address);
    await page.getByRole("button", { name: "Sound" }).click();
    await says(page, "No connection right now. Everything here plays all the same.");
    await page.getByText("Night sea").click();
    await page.getByRole("button", { name: "Choose" }).click();
    await soundGoesOn(page);
  });

  test("help is there without a connection, and leaves a black screen with rain", async ({
    onTestFinished,
  }) => {
    const { context, page } = await newcomer(onTestFinished);
    await openApp(page, address);
    // Some seconds after the start everything that may be needed is here.
    await page.waitForTimeout(5000);
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Help" }).click();
    await page.getByRole("link", { name: "Call 112" }).first().waitFor();
    await page.getByRole("button", { name: "Leave here" }).click();
    expect((await page.locator("body").innerText()).trim()).toBe("");
    await sounds(page);
  });

  test("a preset arrives damaged", async ({ onTestFinished }) => {
    const { context, page } = await newcomer(onTestFinished);
    await context.route("**/api/presets/night-sea", (route) =>
      route.fulfill({ contentType: "application/json", body: '{"version":1,"id":"night-sea","kind":"bed"}' }),
    );
    await openApp(page, address, { session: "night-sea" });
    await says(page, "A session arrived damaged. You’ll hear the version that was already here.");
    await page.getByText("Night sea").first().waitFor();
    await soundGoesOn(page);
  });

  test("a preset names a layer that there is not", async ({ onTestFinished }) => {
    const { context, page } = await newcomer(onTestFinished);
    await context.route("**/api/presets/night-sea", async (route) => {
      const response = await route.fetch(AGAIN);
      const session = await response.json();
      session.bed.layers.push({ layer: "campfire", gainDb: 0 });
      await route.fulfill({ response, json: session });
    });
    await openApp(page, address, { session: "night-sea" });
    await says(page, "A session arrived damaged. You’ll hear the version that was already here.");
    await page.reload();
    await page.getByText("Night sea").first().waitFor();
    await page.waitForLoadState("networkidle");
    await soundGoesOn(page);
  });

  test("one of a bed's layers does not come, and touched again it joins", async ({ onTestFinished }) => {
    const { context, page } = await newcomer(onTestFinished);
    // What an audio thread asks for does not pass through the browser's routes.
    await context.addInitScript(() => {
      const add = AudioWorklet.prototype.addModule;
      AudioWorklet.prototype.addModule = function (this: AudioWorklet, address: string | URL) {
        const gone = String(address).includes("/layer-ocean-") && window.name !== "connected";
        return add.call(this, gone ? "/assets/gone.js" : address);
      };
    });
    await openApp(page, address, { session: "night-sea" }, ["master", "layers"]);
    await page.getByText("Night sea").first().waitFor();
    await soundGoesOn(page);
    await says(page, "One of the sounds couldn’t be loaded; the rest goes on. Touch it to try once more.");
    await page.evaluate(() => {
      window.name = "connected";
    });
    await page.getByRole("button", { name: "Controls" }).click();
    await page.getByRole("button", { name: "Level of each layer" }).click();
    const alone = await loudestSecond(page);
    await page.getByRole("slider", { name: "Sea", exact: true }).fill("6");
    // A wave may be between two crests, and the guide may be speaking over it.
    await eventually(
      "the loudest second of the layers",
      () => loudestSecond(page),
      (loudest) => loudest > 2 * alone,
    );
  });

  test("the disk is full", async ({ onTestFinished }) => {
    const { context, page } = await newcomer(onTestFinished);
    await context.addInitScript(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
        if (key === "night") throw new DOMException("full", "QuotaExceededError");
        return put.call(this, value, key);
      };
    });
    await openApp(page, address);
    await soundGoesOn(page);
    await says(page, /This device has no room left/);
  });

  test("a language file is damaged", async ({ onTestFinished }) => {
    const { context, page } = await newcomer(onTestFinished);
    await context.route("**/assets/messages-*.js", async (route) => {
      const response = await route.fetch(AGAIN);
      const body = await response.text();
      const english = body.includes("Too much");
      await route.fulfill({ response, body: english ? "export default {" : body });
    });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${address}/?ears=master`);
    await page.getByRole("button", { name: "Begin" }).waitFor();
    await says(page, /Engels kon niet laden/);
    await page.waitForLoadState("networkidle");
    await soundGoesOn(page);
  });

  test("the guide's recordings are damaged", async ({ onTestFinished }) => {
    const { context, page } = await newcomer(onTestFinished);
    await context.route("**/*.mp3", (route) =>
      route.fulfill({ contentType: "audio/mpeg", body: "not a sound" }),
    );
    await openApp(page, address, {
      session: "orient",
      narrator: { kind: "pack", id: "wren" },
    });
    await page.getByText("Here and now").first().waitFor();
    await soundGoesOn(page);
    await says(page, /One of the guide’s sentences is damaged/);
    await page.locator(".caption", { hasText: /\S/ }).waitFor();
  });

  test("a browser that refuses sound says so, and the next press begins", async ({ onTestFinished }) => {
    const { context, page } = await newcomer(onTestFinished);
    await context.addInitScript(() => {
      const resume = AudioContext.prototype.resume;
      AudioContext.prototype.resume = function (this: AudioContext) {
        return window.name === "allowed" ? resume.call(this) : new Promise(() => undefined);
      };
      Object.defineProperty(AudioContext.prototype, "state", {
        get: () => (window.name === "allowed" ? "running" : "suspended"),
      });
    });
    await openApp(page, address);
    await pressBegin(page);
    await says(page, "The sound wasn’t allowed to start. Tap Begin once more.");
    await page.evaluate(() => {
      window.name = "allowed";
    });
    await soundGoesOn(page);
  });
});
