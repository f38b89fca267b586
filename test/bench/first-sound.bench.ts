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
import { firstSoundFiles, type NeededFile } from "../helper/first-sound-files.ts";
import { type Answer, type CountingProxy, countingProxy } from "./first-sound/counting-proxy.ts";

const ROUNDS = 5;
const KILOBYTE = 1024;
const KILOBYTES_AT_MOST = 80;
const PRESS_TO_SOUND_MS = 100;

interface Opening {
  /** What had come over the wire, by path, when a press as early as can be made its first sound. */
  readonly arrived: ReadonlyMap<string, Answer>;
  readonly paintMs: number;
  /** From navigation to a button that can be pressed. */
  readonly buttonMs: number;
  /** From the press to the first sample above -60 dBFS. */
  readonly soundMs: number;
}

/** What comes over the wire before a bed is heard, and how long it takes: `npm start`, a browser that has never been there. */
export const bench: Bench = {
  about: "bytes and times until the first sound of a bed, against the served app",
  async run() {
    await contentOrFail(ROOT);
    await buildApp(ROOT);
    const stateFolder = await mkdtemp(join(tmpdir(), "luwte-bench-"));
    const served = await serveWorkerd({ root: ROOT, host: "127.0.0.1", port: 0, stateFolder });
    const proxy = await countingProxy(served.address);
    const browser = await chromium.launch({ executablePath: findChromium() ?? "", args: [...CHROMIUM_ARGS] });
    try {
      const rounds: Opening[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await open(browser, proxy));
      return result(rounds, await firstSoundFiles());
    } finally {
      await browser.close();
      await proxy.stop();
      await served.stop();
      await rm(stateFolder, { recursive: true, force: true });
    }
  },
};

async function open(browser: Browser, proxy: CountingProxy): Promise<Opening> {
  const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  proxy.countAnew();
  await page.goto(`${proxy.address}/?ears=master`, { waitUntil: "commit" });
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
  await page.waitForFunction(() => globalThis.luwteEars);
  // The ears are the measurement's own.
  const arrived = new Map([...proxy.answers()].filter(([path]) => !path.includes("/ears-")));
  await page.waitForTimeout(1500);
  const firstMs = await page.evaluate(firstSoundMs);
  const paintMs = await page.evaluate(
    () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
  );
  await context.close();
  return { arrived, paintMs, buttonMs, soundMs: firstMs - pressedMs };
}

/** In the page: the wall clock (performance.now()) of the first master sample above -60 dBFS. */
async function firstSoundMs(): Promise<number> {
  const ears: Ears | undefined = globalThis.luwteEars;
  if (!ears) return Number.NaN;
  const { firstFrame, samples } = ears.heard("master");
  const first = samples.findIndex((sample) => Math.abs(sample) > 0.001);
  return (await ears.contextStartMs()) + ((firstFrame + first) / ears.sampleRate) * 1000;
}

function result(rounds: readonly Opening[], needed: readonly NeededFile[]) {
  const middle = (pick: (opening: Opening) => number) => median(rounds.map(pick));
  const paths = rounds.flatMap(({ arrived }) => [...arrived.keys()]);
  const audioFiles = new Set(paths.filter((path) => /\.(mp3|ogg|opus|m4a|wav)$/.test(path)));
  const allCame = needed.every(({ path }) => paths.includes(path) || path.includes("/messages-"));
  const neededKilobytes = sum(needed.map(({ gzipBytes }) => gzipBytes)) / KILOBYTE;
  const wireBytes = middle(({ arrived }) => sum([...arrived.values()].map(({ wireBytes }) => wireBytes)));
  const soundMs = middle((opening) => opening.soundMs);
  return {
    method: `A browser that has never been there opens the self-hosted app through a proxy that counts, and presses Begin as soon as it is there. Needed: page, style, scripts, audio thread, words, the routine's reader, gzipped as served (test/e2e/weight.test.ts hears a bed from these alone). Median of ${ROUNDS}.`,
    rows: [
      { measure: "needed before the first sound, gzipped, KB", value: oneDecimal(neededKilobytes) },
      { measure: "needed files", value: needed.length },
      {
        measure: "over the wire by the first sound, headers and icons too, KB",
        value: oneDecimal(wireBytes / KILOBYTE),
      },
      { measure: "files over the wire", value: middle(({ arrived }) => arrived.size) },
      { measure: "audio files", value: audioFiles.size },
      { measure: "first contentful paint, ms", value: Math.round(middle(({ paintMs }) => paintMs)) },
      { measure: "Begin can be pressed, ms", value: Math.round(middle(({ buttonMs }) => buttonMs)) },
      { measure: "press to first sample above -60 dBFS, ms", value: Math.round(soundMs) },
    ],
    bounds: [
      {
        bound: `needed: at most ${KILOBYTES_AT_MOST} KB gzipped`,
        holds: neededKilobytes <= KILOBYTES_AT_MOST,
      },
      { bound: "every needed file came, the audio thread's too", holds: allCame },
      { bound: "no audio file", holds: audioFiles.size === 0 },
      { bound: `sound within ${PRESS_TO_SOUND_MS} ms of the press`, holds: soundMs <= PRESS_TO_SOUND_MS },
    ],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
