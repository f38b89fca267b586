import type { BenchResult } from "../../../src/cli/bench/bench.ts";
import { withProjectPage } from "../../../src/cli/chromium/project-page.ts";
import { sampleReceiver } from "../../../src/cli/chromium/sample-receiver.ts";
import { contentOrFail } from "../../../src/cli/content/content-or-fail.ts";
import { CHUNK_PATH } from "../../../src/cli/render/chunk-path.ts";
import { ROOT } from "../../../src/cli/root.ts";
import { cueDrift } from "./cue-drift.ts";
import { gainClicksDb } from "./gain-clicks.ts";
import { PAGE } from "./offline.ts";
import { fadeStages } from "./stages.ts";
import { wordlessNight } from "./wind-down.ts";

const MOST_CLICK_DB = -80;

/** What can be told to the sample of a night's automation: its fades, its gains and its cues, on test sounds. */
export async function soakExact(): Promise<BenchResult> {
  const night = wordlessNight(await contentOrFail(ROOT));
  const receiver = sampleReceiver(CHUNK_PATH);
  return withProjectPage(PAGE, [receiver.plugin], async (page) => {
    await page.waitForFunction(() => "renderTone" in globalThis);
    const stages = await fadeStages(page, receiver);
    const drift = await cueDrift(page, receiver);
    const clickDb = await gainClicksDb(page, receiver, night.plan);
    return {
      method:
        "Exact: stages of the fade on sines (8 kHz for what is bright); gains of the wind-down's guide and fade on a 100 Hz sine, what it leaves above 6 kHz; a bell and a line every hour against the first.",
      rows: [
        ...stages.map(({ stage, offDb }) => ({ measure: `fade: ${stage}, off its curve, dB`, value: offDb })),
        { measure: "clicks of gains, dBFS", value: clickDb },
        { measure: "cue drift over 8 h, frames", value: drift.frames },
        { measure: "cue against the first hour's, dB", value: drift.differenceDb },
      ],
      bounds: [
        {
          bound: "each stage of the fade within 0.1 dB of its curve",
          holds: stages.every(({ offDb }) => offDb <= 0.1),
        },
        { bound: "each stage of the fade only sinks", holds: stages.every(({ riseDb }) => riseDb < 0.001) },
        { bound: `no click of a gain above ${MOST_CLICK_DB} dBFS`, holds: clickDb < MOST_CLICK_DB },
        { bound: "cue drift 0 samples over 8 h", holds: drift.frames === 0 && drift.differenceDb < -90 },
      ],
    };
  });
}
