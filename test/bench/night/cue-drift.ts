import type { Page } from "playwright-core";
import type { SampleReceiver } from "../../../src/cli/chromium/sample-receiver.ts";
import { stereo } from "../../../src/cli/render/in-chromium.ts";
import { gainToDb } from "../../../src/dsp/db.ts";
import type { Guide, SoundPlan } from "../../../src/engine/plan.ts";
import type { Cue } from "../../../src/session/cue.ts";
import type { ToneRequest } from "./page.ts";

const HOURS = 8;
const FIRST_SECONDS = 30;
const SECONDS = 6;
const REACH_FRAMES = 48;
const LINE = { hertz: 440, seconds: 2 } as const;

export interface CueDrift {
  /** Largest distance of a bell or a line from where it lay in the first hour, frames. */
  readonly frames: number;
  /** Largest difference of any sample from the first hour's, dB of full scale. */
  readonly differenceDb: number;
}

/** A bell and a spoken line, the same every hour: how far they are from the first hour's after eight. */
export async function cueDrift(page: Page, receiver: SampleReceiver): Promise<CueDrift> {
  const plan = hourly();
  const heard: Float32Array[] = [];
  for (let hour = 0; hour <= HOURS; hour++) {
    const fromSeconds = FIRST_SECONDS + hour * 3600 - 1;
    const request: ToneRequest = { plan, at: "master", fromSeconds, seconds: SECONDS, line: LINE };
    await page.evaluate((wanted) => globalThis.renderTone(wanted), request);
    heard.push(stereo(receiver)[0].slice());
  }
  const [first = new Float32Array(0), ...later] = heard;
  const found = later.map((each) => lagOf(first, each));
  return {
    frames: Math.max(...found.map(({ lag }) => Math.abs(lag))),
    differenceDb: Math.max(-200, gainToDb(Math.max(...found.map(({ apart }) => apart)))),
  };
}

/** Every hour, to the frame: a bell, and a line a second and a half later. */
function hourly(): SoundPlan {
  const cues = Array.from({ length: HOURS + 1 }, (_, hour): readonly Cue[] => {
    const atSeconds = FIRST_SECONDS + hour * 3600;
    return [
      { kind: "bell", atSeconds, seconds: 0 },
      { kind: "say", session: "x", line: "y", text: "", atSeconds: atSeconds + 1.5, seconds: LINE.seconds },
    ];
  }).flat();
  const timeline = { session: "x", language: "en", seconds: 0, parts: [], cues, breathing: null } as const;
  const guide: Guide = { timeline, atSeconds: 0, voice: "recorded" };
  return { seed: 1, layers: [], breathing: null, breathTone: [], guides: [guide], ending: null };
}

/** The shift at which two recordings differ least, frames, and how much they differ there. */
function lagOf(first: Float32Array, later: Float32Array): { lag: number; apart: number } {
  let best = { lag: 0, apart: Number.POSITIVE_INFINITY };
  for (const lag of Array.from({ length: 2 * REACH_FRAMES + 1 }, (_, index) => index - REACH_FRAMES)) {
    let apart = 0;
    for (let i = REACH_FRAMES; i < first.length - REACH_FRAMES && apart < best.apart; i++)
      apart = Math.max(apart, Math.abs((first[i] ?? 0) - (later[i + lag] ?? 0)));
    if (apart < best.apart) best = { lag, apart };
  }
  return best;
}
