import type { Page } from "playwright-core";
import type { BenchResult } from "../../../src/cli/bench/bench.ts";
import { withProjectPage } from "../../../src/cli/chromium/project-page.ts";
import { type SampleReceiver, sampleReceiver } from "../../../src/cli/chromium/sample-receiver.ts";
import { contentOrFail } from "../../../src/cli/content/content-or-fail.ts";
import { readLayers } from "../../../src/cli/content/read-layers.ts";
import { CHUNK_PATH } from "../../../src/cli/render/chunk-path.ts";
import { chunksFrom } from "../../../src/cli/render/in-chromium.ts";
import type { RenderableNight } from "../../../src/cli/render/night-render.ts";
import { ROOT } from "../../../src/cli/root.ts";
import { MOST_CLICK } from "../../helper/clicks.ts";
import { addedClicks } from "../../helper/soak/added-clicks.ts";
import { NightEars } from "../../helper/soak/night-ears.ts";
import { pageBytes } from "../bed/heaps.ts";
import {
  DEADLINE_SECONDS,
  FADE_SECONDS,
  GUIDED_SECONDS,
  PAST_SECONDS,
  spokenNight,
  wordlessNight,
} from "./wind-down.ts";

const RATE = 48_000;
export const PAGE = "test/bench/night/page.html";
/** The heap is compared from here on: by then everything has been compiled, chunks of a minute. */
const WARM_CHUNKS = 20;

const MEGABYTE = 2 ** 20;

/** Eight hours of the wind-down, its bed and its fade, through the whole graph in Chromium, minute by minute. */
export async function soakOffline(): Promise<BenchResult> {
  const content = await contentOrFail(ROOT);
  const night = wordlessNight(content);
  const receiver = sampleReceiver(CHUNK_PATH);
  return withProjectPage(PAGE, [receiver.plugin], async (page) => {
    const spoken = await listen(page, receiver, spokenNight(content), GUIDED_SECONDS);
    const whole = await listen(page, receiver, night, DEADLINE_SECONDS + PAST_SECONDS);
    const deadlineMs = 1000 * Math.abs((whole.ears.lastSoundSeconds ?? 0) - DEADLINE_SECONDS);
    const added = addedClicks(whole.ears.clicks, night.plan, await readLayers(ROOT), RATE);
    const notFinite = whole.ears.notFinite + spoken.ears.notFinite;
    return {
      method: `Offline: 8 hours of the wind-down with bed, breath, bells and a fade of ${FADE_SECONDS / 60} minutes, through the whole graph in Chromium at 48 kHz, ${whole.timesRealTime.toFixed(0)} x real time; its words are rendered apart, with their first ${GUIDED_SECONDS / 60} minutes.`,
      rows: [
        { measure: "samples that are no number", value: notFinite },
        { measure: "silent seconds before the fade", value: whole.ears.silentSeconds },
        { measure: `places of the bed over ${MOST_CLICK} σ above 8 kHz`, value: whole.ears.clicks.length },
        { measure: "of them not its bare layers' own", value: added.length },
        { measure: "startle rule used", value: whole.ears.steepest() },
        { measure: "highest sample with words, dBFS", value: spoken.ears.peakDb },
        { measure: "silent at the deadline within, ms", value: deadlineMs },
        { measure: "heap growth over 8 h, MB", value: whole.heapGrowth / MEGABYTE },
      ],
      bounds: [
        { bound: "no sample that is no number", holds: notFinite === 0 },
        { bound: "no silence before its time", holds: whole.ears.silentSeconds === 0 },
        {
          bound: `no click: none over ${MOST_CLICK} σ that the bare layers have not`,
          holds: added.length === 0,
        },
        { bound: "no startle", holds: whole.ears.steepest() <= 1 },
        { bound: "nothing above -1 dBFS", holds: spoken.ears.peakDb <= -1 && whole.ears.peakDb <= -1 },
        { bound: "silent within 50 ms of the deadline", holds: deadlineMs <= 50 },
        { bound: "heap growth below 1 MB", holds: whole.heapGrowth < MEGABYTE },
      ],
    };
  });
}

async function listen(page: Page, receiver: SampleReceiver, night: RenderableNight, seconds: number) {
  const ears = new NightEars(RATE, DEADLINE_SECONDS - FADE_SECONDS);
  const session = await page.context().newCDPSession(page);
  const request = { ...night, sampleRate: RATE, fromSeconds: 0, seconds };
  const heapBytes = () => pageBytes(session);
  let [chunks, warmBytes] = [0, Number.NaN];
  const began = performance.now();
  for await (const chunk of chunksFrom(page, receiver, request)) {
    ears.hear(chunk);
    chunks++;
    if (chunks === WARM_CHUNKS) warmBytes = await heapBytes();
  }
  const timesRealTime = (1000 * seconds) / (performance.now() - began);
  return { ears, heapGrowth: (await heapBytes()) - warmBytes, timesRealTime };
}
