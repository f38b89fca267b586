import type { Page } from "playwright-core";
import type { SampleReceiver } from "../../../src/cli/chromium/sample-receiver.ts";
import { stereo } from "../../../src/cli/render/in-chromium.ts";
import { gainToDb } from "../../../src/dsp/db.ts";
import { Limiter } from "../../../src/dsp/limiter.ts";
import { CEILING_DB } from "../../../src/engine/buses.ts";
import { curveAt } from "../../../src/engine/curve.ts";
import { endingCurve, guideCurve, shelfCurve } from "../../../src/engine/fades.ts";
import type { Guide } from "../../../src/engine/plan.ts";
import type { SayCue } from "../../../src/session/cue.ts";
import { tonePlan } from "../../engine/tone-plan.ts";
import { sineLevels } from "../../helper/sine-level.ts";
import type { ToneRequest } from "./page.ts";

const RATE = 48_000;
const ENDING = { deadlineSeconds: 190, fadeSeconds: 180 };
const SECONDS = 192;
/** Between the window's own noise and what is heard. */
const JUDGED_ABOVE_DB = -75;
const SHELF_Q_DB = -3.0103;

export interface Stage {
  readonly stage: string;
  /** Largest distance from the curve, dB. */
  readonly offDb: number;
  /** Largest rise from one tenth of a second to the next, dB. */
  readonly riseDb: number;
}

interface Heard {
  readonly at: ToneRequest["at"];
  readonly hertz: number;
  readonly guides?: readonly Guide[];
  readonly plannedDb: (seconds: number) => number;
}

/** The three stages of a fade, each on a sine where it can be heard alone, against the curve that was planned. */
const STAGES: Readonly<Record<string, Heard>> = {
  "the guide": {
    at: "narration",
    hertz: 1000,
    guides: [guideOf(SECONDS)],
    plannedDb: (seconds) => gainToDb(curveAt(guideCurve(1, ENDING), seconds)),
  },
  "bright bands (8 kHz)": {
    at: "shelf",
    hertz: 8000,
    plannedDb: (seconds) => lowPassDb(8000, curveAt(shelfCurve(ENDING), seconds)),
  },
  "the bed": {
    at: "master",
    hertz: 1000,
    plannedDb: (seconds) => gainToDb(curveAt(endingCurve(ENDING), seconds)),
  },
};

/** Measures each stage. @param page has test/bench/night/page.ts in it */
export async function fadeStages(page: Page, receiver: SampleReceiver): Promise<readonly Stage[]> {
  const stages = [];
  for (const [stage, heard] of Object.entries(STAGES)) {
    const { at, hertz, guides = [] } = heard;
    const layers = guides.length > 0 ? [] : [{ layer: "test-tone", gainDb: 0, params: { hertz } }];
    const request: ToneRequest = {
      plan: { ...tonePlan, layers, guides, ending: ENDING },
      at,
      fromSeconds: 0,
      seconds: SECONDS,
      line: { hertz, seconds: SECONDS - 2 },
    };
    await page.evaluate((wanted) => globalThis.renderTone(wanted), request);
    const delay = at === "master" ? new Limiter(RATE, { ceilingDb: CEILING_DB }).latencyFrames / RATE : 0;
    stages.push({ stage, ...against(stereo(receiver)[0], delay, heard) });
  }
  return stages;
}

function against(left: Float32Array, delaySeconds: number, { hertz, plannedDb }: Heard) {
  const levels = sineLevels(left, RATE, hertz)
    .map(({ atSeconds, db }) => ({ atSeconds: atSeconds - delaySeconds, db }))
    .filter(({ atSeconds }) => atSeconds > 3 && atSeconds < ENDING.deadlineSeconds - 0.1);
  const top = (levels[0]?.db ?? 0) - plannedDb(levels[0]?.atSeconds ?? 0);
  let [offDb, riseDb, last] = [0, 0, Number.POSITIVE_INFINITY];
  for (const { atSeconds, db } of levels) {
    const planned = plannedDb(atSeconds);
    if (planned > JUDGED_ABOVE_DB) offDb = Math.max(offDb, Math.abs(db - top - planned));
    if (db - top > JUDGED_ABOVE_DB) riseDb = Math.max(riseDb, db - last);
    last = db;
  }
  return { offDb, riseDb };
}

/** One line that is spoken all through. */
function guideOf(seconds: number): Guide {
  const say: SayCue = { kind: "say", session: "x", line: "y", text: "", atSeconds: 1, seconds: seconds - 2 };
  const timeline = {
    session: "x",
    language: "en",
    seconds,
    parts: [],
    cues: [say],
    breathing: null,
  } as const;
  return { timeline, atSeconds: 0, voice: "recorded" };
}

/** What a low-pass of Web Audio lets through at a frequency, dB (Web Audio API, "Filters Characteristics"). */
function lowPassDb(hertz: number, cutoffHertz: number): number {
  const angle = (hz: number) => (2 * Math.PI * hz) / RATE;
  const cos = Math.cos(angle(cutoffHertz));
  const alpha = Math.sin(angle(cutoffHertz)) / (2 * 10 ** (SHELF_Q_DB / 20));
  const magnitude = (b0: number, b1: number, b2: number) => {
    const w = angle(hertz);
    return Math.hypot(b0 + b1 * Math.cos(w) + b2 * Math.cos(2 * w), b1 * Math.sin(w) + b2 * Math.sin(2 * w));
  };
  const above = magnitude((1 - cos) / 2, 1 - cos, (1 - cos) / 2);
  return gainToDb(above / magnitude(1 + alpha, -2 * cos, 1 - alpha));
}
