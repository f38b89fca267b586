import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { type Bench, median } from "../../src/cli/bench/bench.ts";
import { withProjectPage } from "../../src/cli/chromium/project-page.ts";
import { contentOrFail } from "../../src/cli/content/content-or-fail.ts";
import { ROOT } from "../../src/cli/root.ts";
import { heapsOf } from "./bed/heaps.ts";
import { WARM_SECONDS } from "./engine/steady.ts";

/** Eight that people would put together, of every kind. */
const LAYERS = ["rain", "thunder", "wind", "stream", "fire", "crickets", "brown", "pad"] as const;
const SETTLE_SECONDS = 5;
const LISTEN_SECONDS = 30;
const RENDER_SECONDS = 60;
/** Spread over more than a minute, because a shared machine is slow for so long now and then. */
const ROUNDS = 12;
const HOURS = 8;
const PER_HOUR_SECONDS = 3;
const CORE_PERCENT = 3;
const MEGABYTES = 20;
/** What two collections of one heap may differ by. */
const GROWTH_MEGABYTES = 0.5;

/** What a running night costs: CPU and memory of a bed of eight layers, live in Chromium. */
export const bench: Bench = {
  about: "CPU and memory of a bed of eight layers, live in Chromium, over eight simulated hours",
  async run(only = LAYERS) {
    await contentOrFail(ROOT);
    const measured = await withProjectPage("test/bench/bed/page.html", [], async (page) => {
      const heaps = await heapsOf(page);
      await page.waitForFunction(() => "playBed" in globalThis);
      const idle = await cpuPercent(page, LISTEN_SECONDS / 3);
      await page.evaluate((layers) => globalThis.playBed(layers), only);
      await wait(SETTLE_SECONDS * 1000);
      const cpu = await cpuPercent(page, LISTEN_SECONDS);
      const first = await heaps.bytes();
      for (let hour = 1; hour <= HOURS; hour++) {
        await page.evaluate((seconds) => globalThis.jumpTo(seconds), hour * 3600);
        await wait(PER_HOUR_SECONDS * 1000);
      }
      return { idle, cpu, first, last: await heaps.bytes() };
    });
    const { idle, cpu, first, last } = measured;
    const offline = await offlinePercent(only);
    const total = megabytes(last.page + last.audioThread);
    const growth = total - megabytes(first.page + first.audioThread);
    return {
      method: `${only.join(", ")}: in headless Chromium. CPU: time that ${RENDER_SECONDS} s of the whole graph take offline, after ${WARM_SECONDS} s in which its code gets warm, in turns with one looped buffer and biquad: the median of ${ROUNDS} rounds, and the least, because what others take on a shared machine only adds; and live, with the system's audio callbacks, the processor time of renderer and audio processes over ${LISTEN_SECONDS} s less what they use before. Memory: JavaScript heaps of page and audio thread and the buffers behind them, after a collection; at first and after a stretch of each of ${HOURS} hours.`,
      rows: [
        { measure: "CPU of the whole graph, offline, % of a core", value: median(offline.beds) },
        { measure: "the same, the quickest round", value: Math.min(...offline.beds) },
        { measure: "a looped recording in the same run, % of a core", value: median(offline.loops) },
        { measure: "the same, the quickest round", value: Math.min(...offline.loops) },
        { measure: "CPU live, callbacks too, % of a core", value: cpu - idle },
        { measure: "page, MB", value: megabytes(last.page) },
        { measure: "audio thread, MB", value: megabytes(last.audioThread) },
        { measure: `growth over ${HOURS} hours, MB`, value: growth },
      ],
      bounds: [
        {
          bound: `a bed of ${only.length}: at most ${CORE_PERCENT} % of a core`,
          holds: median(offline.beds) <= CORE_PERCENT,
        },
        { bound: `at most ${MEGABYTES} MB`, holds: last.audioThread > 0 && total <= MEGABYTES },
        { bound: "does not grow", holds: growth <= GROWTH_MEGABYTES },
      ],
    };
  },
};

/** Time that a bed and a looped recording take offline, in turns, in a page of their own, % of a core. */
async function offlinePercent(layers: readonly string[]): Promise<{ beds: number[]; loops: number[] }> {
  return withProjectPage("test/bench/bed/page.html", [], async (page) => {
    await page.waitForFunction(() => "timeBed" in globalThis);
    const percent = (ms: number) => ms / RENDER_SECONDS / 10;
    const [beds, loops]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      const wanted = [layers, RENDER_SECONDS] as const;
      beds.push(percent(await page.evaluate(([ids, seconds]) => globalThis.timeBed(ids, seconds), wanted)));
      loops.push(percent(await page.evaluate((seconds) => globalThis.timeLoop(seconds), RENDER_SECONDS)));
    }
    return { beds, loops };
  });
}

/** Processor time of the browser's renderers and its audio service, % of a core. */
async function cpuPercent(page: Page, seconds: number): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error("bench: no browser");
  const session = await browser.newBrowserCDPSession();
  const used = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo
      .filter(({ type }) => type === "renderer" || type.startsWith("audio"))
      .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  };
  const before = await used();
  const started = performance.now();
  await wait(seconds * 1000);
  const percent = ((await used()) - before) / ((performance.now() - started) / 1e5);
  await session.detach();
  return percent;
}

function megabytes(bytes: number): number {
  return bytes / 2 ** 20;
}
