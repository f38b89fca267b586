import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { parseNightRecord } from "../../src/store/nightRecord.ts";
import { rms } from "../helper/levels.ts";
import { heard, openApp, openBrowser, PATIENCE_MS, pressBegin, eventually as whenever } from "./evening.ts";
import { readKept, writeKept } from "./kept.ts";

/** What a person waits for in the dark has its bound, ms. */
const SOON_MS = 15_000;
/** Two evenings that take their time, side by side. */
const SIDE_BY_SIDE = { concurrent: true };
/** What follows on what came before. */
const IN_ORDER = { concurrent: false };

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** What the page keeps for the test: the contexts it made and the elements it played. */
interface Kept {
  readonly contexts: AudioContext[];
  readonly played: Set<HTMLMediaElement>;
}

describe("a whole night", SIDE_BY_SIDE, () => {
  let page: Page;

  beforeAll(async () => {
    const context = await browser.newContext({ locale: "en-GB", viewport: { width: 390, height: 844 } });
    await context.addInitScript(() => {
      const kept = { contexts: [] as AudioContext[], played: new Set<HTMLMediaElement>() };
      Object.assign(globalThis, { kept });
      globalThis.AudioContext = class extends AudioContext {
        constructor(options?: AudioContextOptions) {
          super(options);
          kept.contexts.push(this);
        }
      };
      const play = HTMLMediaElement.prototype.play;
      HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
        kept.played.add(this);
        return play.call(this);
      };
    });
    page = await context.newPage();
    await openApp(page, inject("address"));
  });

  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const eventually = <Answer>(
    what: string,
    ask: () => Promise<Answer>,
    wanted: (answer: Answer) => boolean,
  ) => whenever(what, ask, wanted, SOON_MS);
  const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

  async function keptNight() {
    const kept = await eventually(
      "the kept night",
      () => readKept(page, "night"),
      (night) => night !== undefined,
    );
    const night = parseNightRecord(kept);
    if (!night) throw new Error("the kept night is damaged");
    return night;
  }

  /** Level of the last half second on the master bus, dB. */
  async function levelNow(): Promise<number> {
    await page.waitForFunction(() => globalThis.luwteEars);
    const { samples, sampleRate } = await heard(page, "master", 0.5);
    return 20 * Math.log10(rms(samples.subarray(-sampleRate / 2)));
  }

  function contextStates(): Promise<readonly AudioContextState[]> {
    return page.evaluate(() =>
      (globalThis as unknown as { kept: Kept }).kept.contexts.map(({ state }) => state),
    );
  }

  /** Reloads into a night whose end is so near, and goes on with it. */
  async function goOnTo(secondsLeft: number, fadeSeconds: number): Promise<void> {
    const night = await keptNight();
    const deadline = Date.now() + secondsLeft * 1000;
    await writeKept(page, "night", { ...night, startedAt: deadline - 3_600_000, deadline, fadeSeconds });
    await page.reload();
    await button("Go on").click();
  }

  test("a night is reloaded in its fade, woken, softened at three, unplugged, and ends while suspended", {
    timeout: 120_000,
  }, async () => {
    await pressBegin(page);
    await page.waitForFunction(() => globalThis.luwteEars);
    await wait(11);
    const full = await levelNow();
    expect(full).toBeGreaterThan(-45);

    // A reload in the middle of a fade: it goes on there, softer, with the same end.
    await goOnTo(60, 100);
    await eventually("level in the fade, dB", levelNow, (level) => level > -75);
    const fading = await keptNight();
    await page.reload();
    await button("Go on").click();
    await eventually("level in the fade, dB", levelNow, (level) => level > -75);
    expect((await keptNight()).deadline).toBe(fading.deadline);
    expect(await levelNow()).toBeLessThan(full - 12);

    // Still awake: gently back, later end; a second time, the controls.
    await page.keyboard.press("Enter");
    await page.getByText("That’s fine. The sound stays a while longer.").waitFor();
    const awake = await eventually(
      "the later end",
      keptNight,
      ({ deadline }) => deadline !== fading.deadline,
    );
    expect(((awake.deadline ?? 0) - Date.now()) / 60_000).toBeGreaterThan(14.5);
    await eventually("level after it, dB", levelNow, (level) => level > full - 6);
    await page.keyboard.press("Enter");

    // Awake at three, from the controls.
    await button("Softer, without words").click();
    const three = await eventually("the softer night", keptNight, ({ request }) => request.atThree === true);
    expect(three.request).toMatchObject({ narrator: { kind: "none" }, timer: { minutes: 30 } });
    await eventually("level at three, dB", levelNow, (level) => level < full - 3);

    // Unplugged: the system pauses the anchor, and that is all it says.
    await page.evaluate(() => {
      for (const element of (globalThis as unknown as { kept: Kept }).kept.played) element.pause();
    });
    await page.getByText("The sound is waiting for you.").waitFor();
    const resting = (states: readonly AudioContextState[]) => !states.includes("running");
    await eventually("the clock rests", contextStates, resting);
    await wait(1.5);
    expect(await contextStates()).not.toContain("running");
    await button("Go on").click();
    const heardAgain = async () => ({
      level: await levelNow(),
      states: await contextStates(),
      screen: await page.locator("main").innerText(),
    });
    await eventually("after the touch", heardAgain, ({ level }) => level > full - 14);

    // Its end passes while the system has suspended it: silent, and over.
    await goOnTo(8, 5);
    await page.waitForFunction(() => globalThis.luwteEars);
    await page.evaluate(() =>
      Promise.all((globalThis as unknown as { kept: Kept }).kept.contexts.map((each) => each.suspend())),
    );
    await page.getByText("The sound is waiting for you.").waitFor();
    await page.getByText("The night is yours.").waitFor({ timeout: 12_000 });
    expect(await contextStates()).not.toContain("running");
    await eventually(
      "nothing is kept",
      () => readKept(page, "night"),
      (night) => night === undefined,
    );
  });
});

describe("the first minute, in bed", SIDE_BY_SIDE, () => {
  let page: Page;

  beforeAll(async () => {
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

  /** Waits for a caption; one that has come and gone by now counts. */
  async function captioned(words: RegExp, withinMs: number): Promise<void> {
    await expect
      .poll(() => page.evaluate("captions.join()"), { timeout: withinMs, interval: 200 })
      .toMatch(words);
  }

  test(
    "one button, what it plays and until when; after the press three words, then one acknowledgement",
    IN_ORDER,
    async () => {
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
    },
  );

  test("then where the phone may go", IN_ORDER, async () => {
    await captioned(/telefoon/, 30_000);
  });

  test("hold for a second: too much, and the sound stays", IN_ORDER, async () => {
    await page.mouse.move(195, 400);
    await page.mouse.down();
    await page.waitForTimeout(1200);
    await page.mouse.up();
    await captioned(/Geen woorden meer/, 4000);
  });
});
