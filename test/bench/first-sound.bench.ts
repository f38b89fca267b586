import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { type Bench, median } from "../../src/cli/bench/bench.ts";
import { CHROMIUM_ARGS, findChromium } from "../../src/cli/chromium/find.ts";
import { contentOrFail } from "../../src/cli/content/content-or-fail.ts";
import { ROOT } from "../../src/cli/root.ts";
import { buildApp } from "../../src/cli/serve/build-app.ts";
import { serveWorkerd } from "../../src/cli/serve/workerd.ts";
import type { Ears } from "../../src/engine/ears.ts";

const ROUNDS = 5;
const KILOBYTES_AT_MOST = 80;
const PRESS_TO_SOUND_MS = 100;

interface Opening {
  /** Bytes on the wire (headers too) until the first sound of a press as early as can be. */
  readonly bytes: number;
  readonly files: number;
  readonly audioFiles: number;
  readonly paintMs: number;
  /** From navigation to a button that can be pressed. */
  readonly buttonMs: number;
  /** From the press to the first sample above -60 dBFS. */
  readonly soundMs: number;
}

/** What comes over the wire before a bed is heard, and how long it takes: `npm start`, a browser that has never been there. */
export const bench: Bench = {
  about: "bytes on the wire and times until the first sound of a bed, against the served app",
  async run() {
    await contentOrFail(ROOT);
    await buildApp(ROOT);
    const stateFolder = await mkdtemp(join(tmpdir(), "luwte-bench-"));
    const served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder });
    const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: [...CHROMIUM_ARGS] });
    try {
      const rounds: Opening[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await open(browser, served.address));
      return result(rounds);
    } finally {
      await browser.close();
      await served.stop();
      await rm(stateFolder, { recursive: true, force: true });
    }
  },
};

async function open(browser: Browser, address: string): Promise<Opening> {
  const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  let files = 0;
  let audioFiles = 0;
  let counting = true;
  const addresses = new Map<string, string>();
  network.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = addresses.get(requestId) ?? "";
    // The ears are the measurement's own.
    if (!counting || url.includes("/ears-") || !url.startsWith(address)) return;
    bytes += encodedDataLength;
    files++;
    if (/\.(mp3|ogg|opus|m4a|wav)$/.test(url)) audioFiles++;
  });
  await page.goto(`${address}/?ears`, { waitUntil: "commit" });
  const button = page.getByRole("button", { name: "Begin" });
  await button.waitFor();
  const buttonMs = await page.evaluate(() => performance.now());
  const pressed = page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        addEventListener("pointerdown", () => resolve(performance.now()), { once: true, capture: true }),
      ),
  );
  await button.click();
  const pressedMs = await pressed;
  await page.waitForFunction(
    () => (globalThis.luwteEars?.contextStartMs() ?? Number.POSITIVE_INFINITY) < 1e9,
  );
  counting = false;
  await page.waitForTimeout(1500);
  const firstMs = await page.evaluate(firstSoundMs);
  const paintMs = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return { bytes, files, audioFiles, paintMs, buttonMs, soundMs: firstMs - pressedMs };
}

/** In the page: the wall clock (performance.now()) of the first master sample above -60 dBFS. */
async function firstSoundMs(): Promise<number> {
  const ears: Ears | undefined = globalThis.luwteEars;
  if (!ears) return Number.NaN;
  const { firstFrame, left } = await ears.heard("master");
  const bytes = Uint8Array.from(atob(left), (letter) => letter.charCodeAt(0));
  const first = new Float32Array(bytes.buffer).findIndex((sample) => Math.abs(sample) > 0.001);
  return ears.contextStartMs() + ((firstFrame + first) / ears.sampleRate) * 1000;
}

function result(rounds: readonly Opening[]) {
  const middle = (pick: (opening: Opening) => number) => median(rounds.map(pick));
  const kilobytes = middle(({ bytes }) => bytes) / 1024;
  const soundMs = middle((opening) => opening.soundMs);
  const audioFiles = Math.max(...rounds.map((opening) => opening.audioFiles));
  return {
    method: `A browser that has never been there opens the self-hosted app and presses Begin as soon as it is there; everything that came over the wire until the audio clock runs is counted (CDP encodedDataLength). Median of ${ROUNDS}.`,
    rows: [
      { measure: "bytes on the wire, KB", value: Math.round(kilobytes * 10) / 10 },
      { measure: "files", value: middle(({ files }) => files) },
      { measure: "audio files", value: audioFiles },
      { measure: "first contentful paint, ms", value: Math.round(middle(({ paintMs }) => paintMs)) },
      { measure: "Begin can be pressed, ms", value: Math.round(middle(({ buttonMs }) => buttonMs)) },
      { measure: "press to first sample above -60 dBFS, ms", value: Math.round(soundMs) },
    ],
    bounds: [
      { bound: `at most ${KILOBYTES_AT_MOST} KB`, holds: kilobytes <= KILOBYTES_AT_MOST },
      { bound: "no audio file", holds: audioFiles === 0 },
      { bound: `sound within ${PRESS_TO_SOUND_MS} ms of the press`, holds: soundMs <= PRESS_TO_SOUND_MS },
    ],
  };
}
