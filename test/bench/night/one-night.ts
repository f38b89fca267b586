import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "puppeteer-core";
import { LAYER_LUFS } from "../../../src/dsp/layer.ts";
import type { Routine } from "../../../src/session/routine.ts";
import { parseNightRecord } from "../../../src/store/nightRecord.ts";
import { inKeep } from "../../e2e/kept.ts";
import type { Fault } from "../../helper/soak/faults.ts";
import type { Happened, HeardNight } from "../../helper/soak/judge.ts";
import { installSoak } from "./in-page.ts";

export const NIGHT_MINUTES = 5;
const FADE_MINUTES = 2;
/** Pink noise alone: its level says within a decibel or two, at any moment, what the night does. Louder than the ceiling. */
const SESSION = "brown-blanket";
const MIX_LUFS = -27;
export const CEILING_LUFS = -30;
const ROUTINE: Partial<Routine> = {
  session: SESSION,
  narrator: { kind: "none" },
  timer: { minutes: NIGHT_MINUTES },
  levels: { [SESSION]: [{ layer: "pink", gainDb: MIX_LUFS - LAYER_LUFS }] },
  ceilingLufs: CEILING_LUFS,
  breath: { follow: false, perMinute: 6 },
  night: { fadeMinutes: FADE_MINUTES, afterwards: "silence", wakeMinutes: null, awakeMinutes: 15 },
};
/** How long it is listened to after its end, seconds. */
const AFTERWARDS_SECONDS = 6;

/** A night as it was heard, and where its end was laid on the audio clock. */
export interface SoakedNight extends HeardNight {
  readonly endSeconds: readonly number[];
}

/**
 * One night in the built app, in a browser profile of its own, its tab hidden behind another, with everything that the
 * faults do to it.
 */
export async function oneNight(
  browser: Browser,
  address: string,
  faults: readonly Fault[],
): Promise<SoakedNight> {
  const profile = await browser.createBrowserContext();
  try {
    const page = await profile.newPage();
    await page.evaluateOnNewDocument(installSoak);
    await page.goto(`${address}/api/health`);
    await page.evaluate(inKeep, { key: "routine", write: { value: ROUTINE } });
    await page.goto(`${address}/?ears=levels`, { waitUntil: "networkidle0" });
    const cover = await profile.newPage();
    await cover.bringToFront();
    const { beganMs, deadlineMs } = await begin(page);
    const happened: Happened[] = [];
    for (const fault of faults) {
      await untilPage(page, beganMs + fault.atSeconds * 1000);
      happened.push({ ...fault, ...(await happen(page, cover, fault)) });
    }
    await untilPage(page, deadlineMs + AFTERWARDS_SECONDS * 1000);
    const heard = await page.evaluate(() => globalThis.soak.heard());
    const endSeconds = heard.map((each) => each.endSeconds);
    const fadeSeconds = FADE_MINUTES * 60;
    return { heard, endSeconds, beganMs, deadlineMs, fadeSeconds, mixLufs: MIX_LUFS, faults: happened };
  } finally {
    await profile.close();
  }
}

async function begin(page: Page): Promise<{ beganMs: number; deadlineMs: number }> {
  const hidden = await page.evaluate(() => document.visibilityState === "hidden");
  if (!hidden) throw new Error("soak: the tab is not hidden");
  const beganMs = await page.evaluate(() => {
    if (!globalThis.soak.press("Begin")) throw new Error("soak: there is no Begin");
    return performance.now();
  });
  await wait(2000);
  const night = parseNightRecord(await page.evaluate(inKeep, { key: "night" }));
  if (!night || night.deadline === null) throw new Error("soak: no night has begun");
  const aheadMs = await page.evaluate(() => Date.now() - performance.now());
  return { beganMs, deadlineMs: night.deadline - aheadMs };
}

async function happen(page: Page, cover: Page, { kind, seconds }: Fault) {
  const now = () => page.evaluate(() => performance.now());
  if (kind !== "frozen" && kind !== "shown") {
    return page.evaluate((what, length) => globalThis.soak.suffer(what, length), kind, seconds);
  }
  const fromMs = await now();
  if (kind === "shown") {
    await page.bringToFront();
    await wait(seconds * 1000);
    await cover.bringToFront();
  } else {
    const devtools = await page.createCDPSession();
    await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
    await wait(seconds * 1000);
    await devtools.send("Page.setWebLifecycleState", { state: "active" });
    await devtools.detach();
  }
  return { fromMs, untilMs: await now() };
}

/** Waits until a time of the page's clock (performance.now(), ms). */
async function untilPage(page: Page, ms: number): Promise<void> {
  await wait(Math.max(0, ms - (await page.evaluate(() => performance.now()))));
}
