import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import { ROOT } from "../../../src/cli/root.ts";
import { buildApp } from "../../../src/cli/serve/build-app.ts";
import { serveWorkerd } from "../../../src/cli/serve/workerd.ts";

/** What was heard of the running app, RMS of the master bus over two seconds, dBFS. */
export interface AppHeard {
  readonly playingDb: number;
  /** After Pause. */
  readonly heldDb: number;
  /** After going on. */
  readonly resumedDb: number;
  /** What the page's console called an error. */
  readonly errors: readonly string[];
}

const NONE_DB = -200;

/** Opens the built app, presses Begin as a person does, and listens; then pauses, and goes on. */
export async function hearApp(browser: Browser): Promise<AppHeard> {
  await buildApp(ROOT);
  const stateFolder = await mkdtemp(join(tmpdir(), "luwte-second-engine-"));
  const served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(`${served.address}/?ears`);
    await press(page, "Begin");
    await page.waitForFunction("'luwteEars' in globalThis");
    await wait(9000);
    const playingDb = await lastSecondsDb(page);
    return { playingDb, ...(await holdAndGoOn(page)), errors };
  } finally {
    await served.stop();
    await rm(stateFolder, { recursive: true, force: true });
  }
}

async function holdAndGoOn(page: Page): Promise<Pick<AppHeard, "heldDb" | "resumedDb">> {
  await press(page, "Controls");
  await press(page, "Pause");
  await wait(5000);
  const heldDb = await lastSecondsDb(page, 0.3);
  await press(page, "Go on");
  await wait(9000);
  return { heldDb, resumedDb: await lastSecondsDb(page) };
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** RMS of the last `seconds` that passed through the master bus, dBFS. */
function lastSecondsDb(page: Page, seconds = 2): Promise<number> {
  return page.evaluate(
    async (length, none) => {
      const ears = globalThis.luwteEars;
      if (!ears) return Number.NaN;
      const { left } = await ears.heard("master");
      const bytes = Uint8Array.from(atob(left), (letter) => letter.charCodeAt(0));
      const samples = new Float32Array(bytes.buffer).subarray(-Math.round(length * ears.sampleRate));
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      return Math.max(none, 10 * Math.log10(power));
    },
    seconds,
    NONE_DB,
  );
}
