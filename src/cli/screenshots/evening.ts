import type { Browser, Page } from "playwright-core";
import type { Language, SessionDocument } from "../../session/schema.ts";

/** 23:40 in Brussels on 24 November 2026: the clock of every picture stands still there. */
const BEDTIME = new Date("2026-11-24T23:40:00+01:00");
const LOCALES: Readonly<Record<Language, string>> = { nl: "nl-NL", en: "en-GB" };

export const PHONE = { width: 390, height: 844 } as const;
export const DESK = { width: 1280, height: 800 } as const;

/** What is photographed: a view by its name, PNG. */
export type Pictures = ReadonlyMap<string, Buffer>;

export interface Evening {
  readonly browser: Browser;
  readonly address: string;
  readonly language: Language;
  /** The guided session whose preview is shown. */
  readonly guided: SessionDocument;
}

/** Home and the preview of a guided session, on a desk. */
export function atDesk(evening: Evening): Promise<Pictures> {
  return withPage(evening, DESK, async (page, take) => {
    await take("home-wide");
    await openPreview(page, evening);
    await take("preview-wide");
  });
}

/** A phone's evening in real time, about a minute: home, preview, the first words, the controls, the first breath. */
export function onPhone(evening: Evening): Promise<Pictures> {
  return withPage(evening, PHONE, async (page, take) => {
    await take("home");
    await openPreview(page, evening);
    await take("preview");
    await closeOrBack(page);
    await page.locator(".entries").first().waitFor();
    await closeOrBack(page);
    await page.locator(".begin").click();
    await page.locator(".caption", { hasText: /\S/ }).waitFor({ timeout: 30_000 });
    await shown(page);
    await take("words");
    await page.locator(".dots").click();
    await page.locator("dialog h2").waitFor();
    await page.mouse.move(0, 0);
    await take("controls");
    await closeOrBack(page);
    // The first breath, nearly in.
    await page.waitForFunction(
      () => {
        const orb = document.querySelector<HTMLElement>(".orb");
        return document.querySelector(".breath-word") && Number(orb?.style.opacity) > 0.6;
      },
      null,
      { timeout: 60_000 },
    );
    await take("night");
  });
}

async function withPage(
  { browser, address, language }: Evening,
  viewport: typeof PHONE | typeof DESK,
  visit: (page: Page, take: (view: string) => Promise<void>) => Promise<void>,
): Promise<Pictures> {
  const context = await browser.newContext({
    locale: LOCALES[language],
    timezoneId: "Europe/Brussels",
    viewport,
  });
  const pictures = new Map<string, Buffer>();
  const page = await context.newPage();
  await page.clock.setFixedTime(BEDTIME);
  await page.goto(address);
  await page.waitForLoadState("networkidle");
  await visit(page, async (view) => void pictures.set(view, await page.screenshot()));
  await context.close();
  return pictures;
}

/** Help stands before it. */
function closeOrBack(page: Page): Promise<void> {
  return page.locator(".sheet-head button").last().click();
}

async function openPreview(page: Page, { guided, language }: Evening): Promise<void> {
  await page.locator(".home-foot button").first().click();
  await page.locator(".entry", { hasText: guided.titles[language] }).click();
  await page.locator(".picture").waitFor();
  await page.mouse.move(0, 0);
}

/** Waits until what appears has appeared. */
async function shown(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished)));
}
