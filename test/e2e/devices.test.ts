import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT } from "../../src/cli/root.ts";
import { type Served, serveWorkerd } from "../../src/cli/serve/workerd.ts";
import { stateFilesWith } from "../served/state-files.ts";
import { openBrowser, PATIENCE_MS } from "./evening.ts";
import { readKept, writeKept } from "./kept.ts";

const MARKER = "zqx-a-mix-of-mine";

let browser: Browser;
let served: Served;
let stateFolder: string;

beforeAll(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), "luwte-devices-"));
  [browser, served] = await Promise.all([
    openBrowser(),
    serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder }),
  ]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), served?.stop()]);
  await rm(stateFolder, { recursive: true, force: true });
});

/** The app on a device of its own. */
async function device(path = "/"): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(served.address + path);
  return page;
}

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).click();

/** Closes every panel. */
async function home(page: Page): Promise<void> {
  while ((await page.locator("dialog").count()) > 0) {
    await page.locator(".sheet-head button").last().click();
  }
}

/** The service is out of this device's reach; the app's own files are not. */
const cutOff = (page: Page) => page.context().route("**/api/**", (route) => route.abort());
async function reconnect(page: Page): Promise<void> {
  await page.context().unroute("**/api/**");
  await page.evaluate(() => dispatchEvent(new Event("online")));
}

async function setTimer(page: Page, minutes: number): Promise<void> {
  const place = [5, 10, 15, 20, 25, 30, 45, 60, 75, 90].indexOf(minutes);
  await press(page, "Timer");
  await page.getByRole("slider").first().fill(String(place));
  await home(page);
}

async function keepMix(page: Page, name: string): Promise<void> {
  await press(page, "Sound");
  await press(page, /^Rain at the window/);
  await press(page, "Level of each layer");
  await press(page, "Keep as my mix");
  await page.getByLabel("Name of the mix").fill(name);
  await press(page, "Save");
  await page.getByText("Kept under").waitFor();
  await home(page);
}

interface Kept {
  readonly revision: number;
  readonly mine: Record<string, unknown>;
}

/** A document as the device keeps it. */
async function kept(page: Page, name: string): Promise<Kept> {
  return (await readKept(page, `document:${name}`)) as Kept;
}

it("two devices are paired, apart, together again with nothing lost; one is shut out; all is erased", async () => {
  const [phone, tablet] = await Promise.all([device(), device()]);
  await press(phone, "Devices");
  await press(phone, "Add a device");
  const code = await phone.locator(".code").textContent();

  // As its camera opens it, on a device that has had an evening of its own.
  await tablet.getByRole("button", { name: "Begin" }).waitFor();
  await writeKept(tablet, "routine", { guideGainDb: -6, changedAt: 1000 });
  await tablet.goto(`${served.address}/?#join=${code}`);
  await tablet.getByText("Your evening on the other device comes here.").waitFor();
  expect(tablet.url()).toBe(`${served.address}/`);
  expect(await readKept(tablet, "account")).toBeUndefined();
  await tablet.getByLabel("Name of the device").fill("Tablet");
  await press(tablet, "Connect");
  await tablet.getByText("This device is connected.").waitFor();
  await phone.getByText("Tablet is connected.").waitFor();
  await Promise.all([home(phone), home(tablet)]);

  // What one chooses is on the other within seconds.
  await setTimer(phone, 60);
  await expect
    .poll(() => readKept(tablet, "routine"), { timeout: 5000 })
    .toMatchObject({ timer: { minutes: 60 }, guideGainDb: -6 });
  await expect
    .poll(() => readKept(phone, "routine"), { timeout: PATIENCE_MS })
    .toMatchObject({ guideGainDb: -6 });

  await Promise.all([cutOff(phone), cutOff(tablet)]);
  await setTimer(phone, 20);
  await setTimer(tablet, 90);
  await Promise.all([keepMix(phone, `${MARKER} phone`), keepMix(tablet, `${MARKER} tablet`)]);
  // The outbox outlives the page.
  await phone.reload();
  await phone.getByRole("button", { name: "Begin" }).waitFor();
  await Promise.all([reconnect(phone), reconnect(tablet)]);
  // Looked at, it begins at once; by itself a little after the first sound could have begun.
  await press(phone, "Devices");

  const names = async (page: Page) => {
    const { mixes } = (await kept(page, "mixes")).mine as { mixes: Record<string, { name: string }> };
    return Object.values(mixes)
      .map(({ name }) => name)
      .sort();
  };
  for (const page of [phone, tablet]) {
    await expect
      .poll(() => names(page), { timeout: 10_000 })
      .toEqual([`${MARKER} phone`, `${MARKER} tablet`]);
  }
  await expect
    .poll(async () => (await kept(phone, "routine")).mine, { timeout: 10_000 })
    .toMatchObject({ routine: { timer: { minutes: 90 } }, aside: [{ routine: { timer: { minutes: 20 } } }] });
  expect((await kept(tablet, "routine")).mine).toEqual((await kept(phone, "routine")).mine);

  // A link for somebody else.
  await phone.getByText("Other evenings").waitFor();
  await home(phone);
  await press(phone, "Sound");
  await press(phone, new RegExp(`^${MARKER} phone`));
  await press(phone, "Share");
  await press(phone, "Make a link");
  const link = await phone.getByLabel("The link").inputValue();
  const guest = await device(new URL(link).pathname);
  await guest.getByText("A mix that somebody shares with you.").waitFor();
  await guest.getByText("What will come").waitFor();
  await home(phone);

  const { profileId, secret } = (await readKept(tablet, "account")) as { profileId: string; secret: string };
  const asTablet = () =>
    fetch(`${served.address}/api/documents`, { headers: { authorization: `Bearer ${profileId}.${secret}` } });
  expect((await asTablet()).status).toBe(200);
  await press(phone, "Devices");
  await press(phone, "Remove Tablet");
  await press(phone, "Yes, do it");
  await phone.getByText("Tablet", { exact: true }).waitFor({ state: "detached" });
  expect((await asTablet()).status).toBe(401);
  await press(tablet, "Devices");
  await tablet.getByText("This device is no longer connected.").waitFor();
  expect(await names(tablet)).toHaveLength(2);

  expect(await stateFilesWith(stateFolder, MARKER)).not.toEqual([]);
  await press(phone, "Erase everything");
  await phone.getByLabel("Type erase to go on").fill("erase");
  await Promise.all([phone.waitForNavigation(), press(phone, "Erase it all now")]);
  await phone.getByRole("button", { name: "Begin" }).waitFor();
  expect(await stateFilesWith(stateFolder, MARKER)).toEqual([]);
  expect(await readKept(phone, "account")).toBeUndefined();
  expect(await readKept(phone, "document:mixes")).toBeUndefined();
  await guest.goto(link);
  await guest.getByText("This is no longer shared.").waitFor();

  await browser.close();
  await served.stop();
  expect(await stateFilesWith(stateFolder, MARKER)).toEqual([]);
});
