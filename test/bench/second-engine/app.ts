import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT } from "../../../src/cli/root.ts";
import { buildApp } from "../../../src/cli/serve/build-app.ts";
import { serveWorkerd } from "../../../src/cli/serve/workerd.ts";
import { type EnginePage, untilThere } from "./engine-page.ts";

/** What was heard of the running app, RMS of the end of its master bus, dBFS. */
export interface AppHeard {
  readonly browser: string;
  readonly playingDb: number;
  /** After Pause. */
  readonly heldDb: number;
  /** After going on. */
  readonly resumedDb: number;
  readonly errors: readonly string[] | null;
}

/** Opens the built app, presses Begin as a person does, and listens; then pauses, and goes on. */
export async function hearApp(pages: readonly EnginePage[]): Promise<readonly AppHeard[]> {
  await buildApp(ROOT);
  const stateFolder = await mkdtemp(join(tmpdir(), "luwte-second-engine-"));
  const served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder });
  try {
    const heard = [];
    for (const page of pages) heard.push(await listenTo(page, served.address));
    return heard;
  } finally {
    await served.stop();
    await rm(stateFolder, { recursive: true, force: true });
  }
}

async function listenTo(page: EnginePage, address: string): Promise<AppHeard> {
  await page.open(`${address}/?ears=master`);
  await page.press("Begin");
  await untilThere(page, "luwteEars");
  await wait(9000);
  const playingDb = await endDb(page, 2);
  await page.press("Controls");
  await page.press("Pause");
  await wait(5000);
  const heldDb = await endDb(page, 0.3);
  await page.press("Go on");
  await wait(9000);
  return { browser: page.name, playingDb, heldDb, resumedDb: await endDb(page, 2), errors: page.errors() };
}

/** RMS of the last `seconds` that passed through the master bus, dBFS; -200 where nothing did. */
function endDb(page: EnginePage, seconds: number): Promise<number> {
  return page.run(async (length) => {
    const ears = globalThis.luwteEars;
    if (!ears) return Number.NaN;
    const { samples } = ears.heard("master", length);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    return Math.max(-200, 10 * Math.log10(power));
  }, seconds);
}
