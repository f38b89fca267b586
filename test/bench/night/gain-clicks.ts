import type { Page } from "playwright-core";
import type { SampleReceiver } from "../../../src/cli/chromium/sample-receiver.ts";
import { stereo } from "../../../src/cli/render/in-chromium.ts";
import type { SoundPlan } from "../../../src/engine/plan.ts";
import { tonePlan } from "../../engine/tone-plan.ts";
import { tonalResidualDb } from "../../helper/clicks.ts";
import { DEADLINE_SECONDS, FADE_SECONDS, GUIDED_SECONDS, PAST_SECONDS } from "./wind-down.ts";

const RATE = 48_000;
const AROUND_FADE_SECONDS = 60;
const PIECE_SECONDS = 60;

/** What a 100 Hz sine under the night's own gains leaves above 6 kHz, dBFS: a step of any of them would stand there. */
export async function gainClicksDb(page: Page, receiver: SampleReceiver, night: SoundPlan): Promise<number> {
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
