import type { Page } from "playwright-core";
import type { BenchResult } from "../../../src/cli/bench/bench.ts";
import { withProjectPage } from "../../../src/cli/chromium/project-page.ts";
import { type SampleReceiver, sampleReceiver } from "../../../src/cli/chromium/sample-receiver.ts";
import { contentOrFail } from "../../../src/cli/content/content-or-fail.ts";
import { CHUNK_PATH } from "../../../src/cli/render/chunk-path.ts";
import { chunksFrom, stereo } from "../../../src/cli/render/in-chromium.ts";
import type { RenderableNight } from "../../../src/cli/render/night-render.ts";
import { ROOT } from "../../../src/cli/root.ts";
import type { SoundPlan } from "../../../src/engine/plan.ts";
import { tonePlan } from "../../engine/tone-plan.ts";
import { tonalResidualDb } from "../../helper/clicks.ts";
import { NightEars } from "../../helper/soak/night-ears.ts";
import { pageBytes } from "../bed/heaps.ts";
import { cueDrift } from "./cue-drift.ts";
import { fadeStages } from "./stages.ts";
import { DEADLINE_SECONDS, FADE_SECONDS, spokenNight, wordlessNight } from "./wind-down.ts";

const RATE = 48_000;
const PAGE = "test/bench/night/page.html";
/** Listened to a little past the end, seconds. */
const PAST_SECONDS = 20;
/** The heap is compared from here on: by then everything has been compiled, chunks of a minute. */
const WARM_CHUNKS = 20;
/** What moves a gain in the night stands in the guide's part and in the fade: there a sine is listened to for clicks. */
const GUIDED_SECONDS = 1500;
const AROUND_FADE_SECONDS = 60;
const PIECE_SECONDS = 60;

const MEGABYTE = 2 ** 20;

/** Eight hours of the wind-down, its bed and its fade, through the whole graph in Chromium, minute by minute. */
export async function soakOffline(): Promise<BenchResult> {
  const content = await contentOrFail(ROOT);
  const night = wordlessNight(content);
  const receiver = sampleReceiver(CHUNK_PATH);
  return withProjectPage(PAGE, [receiver.plugin], async (page) => {
    await page.waitForFunction(() => "renderTone" in globalThis);
    const stages = await fadeStages(page, receiver);
    const drift = await cueDrift(page, receiver);
    const clickDb = await residualDb(page, receiver, night.plan);
    const spoken = await listen(page, receiver, spokenNight(content), GUIDED_SECONDS);
    const whole = await listen(page, receiver, night, DEADLINE_SECONDS + PAST_SECONDS);
    const deadlineMs = 1000 * Math.abs((whole.ears.lastSoundSeconds ?? 0) - DEADLINE_SECONDS);
    const worstStage = Math.max(...stages.map(({ offDb }) => offDb));
    const rise = Math.max(...stages.map(({ riseDb }) => riseDb));
    const notFinite = whole.ears.notFinite + spoken.ears.notFinite;
    return {
      method: `Offline: 8 hours of the wind-down with bed, breath, bells and a fade of ${FADE_SECONDS / 60} minutes, through the whole graph in Chromium at 48 kHz, ${whole.timesRealTime.toFixed(0)} x real time; its words are rendered apart, with their first ${GUIDED_SECONDS / 60} minutes. Stages of the fade on sines (8 kHz for what is bright); gains on a 100 Hz sine, what it leaves above 6 kHz; a bell and a line every hour against the first.`,
      rows: [
        { measure: "samples that are no number", value: notFinite },
        { measure: "silent seconds before the fade", value: whole.ears.silentSeconds },
        { measure: "largest click of the bed, standard deviations", value: whole.ears.worstClick },
        { measure: "clicks of gains, dBFS", value: clickDb },
        { measure: "startle rule used", value: whole.ears.steepest() },
        { measure: "highest sample with words, dBFS", value: spoken.ears.peakDb },
        { measure: "cue drift over 8 h, frames", value: drift.frames },
        { measure: "cue against the first hour's, dB", value: drift.differenceDb },
        { measure: "silent at the deadline within, ms", value: deadlineMs },
        { measure: "heap growth over 8 h, MB", value: whole.heapGrowth / MEGABYTE },
        ...stages.map(({ stage, offDb }) => ({ measure: `fade: ${stage}, off its curve, dB`, value: offDb })),
      ],
      bounds: [
        { bound: "no sample that is no number", holds: notFinite === 0 },
        { bound: "no silence before its time", holds: whole.ears.silentSeconds === 0 },
        {
          bound: "no click: gains below -80 dBFS, the bed at most 7 σ",
          holds: clickDb < -80 && whole.ears.worstClick <= 7,
        },
        { bound: "no startle", holds: whole.ears.steepest() <= 1 },
        { bound: "nothing above -1 dBFS", holds: spoken.ears.peakDb <= -1 && whole.ears.peakDb <= -1 },
        { bound: "cue drift 0 samples over 8 h", holds: drift.frames === 0 && drift.differenceDb < -90 },
        { bound: "silent within 50 ms of the deadline", holds: deadlineMs <= 50 },
        { bound: "heap growth below 1 MB", holds: whole.heapGrowth < MEGABYTE },
        { bound: "each stage of the fade within 0.1 dB of its curve", holds: worstStage <= 0.1 },
        { bound: "each stage of the fade only sinks", holds: rise < 0.001 },
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

/** What a 100 Hz sine under the night's own gains leaves above 6 kHz, dBFS: a step of any of them would stand there. */
async function residualDb(page: Page, receiver: SampleReceiver, night: SoundPlan): Promise<number> {
  const plan: SoundPlan = {
    ...tonePlan,
    layers: [{ layer: "test-tone", gainDb: 0, params: { hertz: 100 } }],
    guides: night.guides.map((guide) => ({
      ...guide,
      timeline: { ...guide.timeline, cues: guide.timeline.cues.filter(({ kind }) => kind === "say") },
    })),
    ending: night.ending,
  };
  const fadeAt = DEADLINE_SECONDS - FADE_SECONDS - AROUND_FADE_SECONDS;
  const stretches = [
    { from: 0, until: GUIDED_SECONDS },
    { from: fadeAt, until: DEADLINE_SECONDS + PAST_SECONDS },
  ];
  let worst = Number.NEGATIVE_INFINITY;
  for (const { from, until } of stretches) {
    for (let fromSeconds = from; fromSeconds < until; fromSeconds += PIECE_SECONDS) {
      const seconds = Math.min(PIECE_SECONDS, until - fromSeconds);
      const request = { plan, at: "master", fromSeconds, seconds, line: { hertz: 100, seconds: 1 } } as const;
      await page.evaluate((wanted) => globalThis.renderTone(wanted), request);
      // The sine's own beginning in a piece is no click.
      worst = Math.max(worst, tonalResidualDb(stereo(receiver)[0].subarray(RATE), RATE));
    }
  }
  return worst;
}
