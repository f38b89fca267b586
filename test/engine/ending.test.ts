import { expect, test } from "vitest";
import { Limiter } from "../../src/dsp/limiter.ts";
import { AudioThread } from "../../src/engine/audio-thread.ts";
import { CEILING_DB } from "../../src/engine/buses.ts";
import { createLiveContext } from "../../src/engine/context.ts";
import { curveAt } from "../../src/engine/curve.ts";
import { endingCurve, FADE_FLOOR_DB } from "../../src/engine/fades.ts";
import { renderSound } from "../../src/engine/render.ts";
import { Sound } from "../../src/engine/sound.ts";
import { Tap } from "../../src/engine/tap.ts";
import { lastAboveSeconds } from "../helper/onsets.ts";
import { sineLevels } from "../helper/sine-level.ts";
import { SLOW_ANSWER } from "../helper/slow-answer.ts";
import { testThread } from "./test-layers.ts";
import { tonePlan } from "./tone-plan.ts";

const load = () => Promise.reject(new Error("no lines here"));

/** Largest distance of the levels from the planned fade, dB, and the largest rise from one to the next. */
function against(
  levels: ReturnType<typeof sineLevels>,
  ending: { deadlineSeconds: number; fadeSeconds: number },
) {
  const curve = endingCurve(ending);
  const top = levels[0]?.db ?? 0;
  let farthest = 0;
  let rise = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const { atSeconds, db } of levels) {
    const planned = 20 * Math.log10(curveAt(curve, atSeconds));
    if (planned > -90) farthest = Math.max(farthest, Math.abs(db - top - planned));
    if (db > last) rise = Math.max(rise, db - last);
    last = db;
  }
  return { farthest, rise };
}

test("a fade keeps to its curve within 0.1 dB at every 100 ms, and is silent at its end", async () => {
  const ending = { deadlineSeconds: 45, fadeSeconds: 30 };
  const chunks = renderSound({
    plan: { ...tonePlan, ending },
    load,
    ...testThread,
    sampleRate: 48_000,
    fromSeconds: 14,
    seconds: 33,
  });
  const { value } = await chunks.next();
  const left = value?.[0] ?? new Float32Array(0);
  const delay = limiterSeconds(48_000);
  const levels = sineLevels(left, 48_000, 1000).map(({ atSeconds, db }) => ({
    atSeconds: atSeconds + 14 - delay,
    db,
  }));
  const { farthest, rise } = against(levels, ending);
  expect(farthest).toBeLessThan(0.1);
  expect(rise).toBeLessThan(0.001);
  expect(Math.abs((lastAboveSeconds(left, 48_000, -140) ?? 0) + 14 - 45)).toBeLessThan(0.05);
  expect(curveAt(endingCurve(ending), 43)).toBeCloseTo(10 ** (FADE_FLOOR_DB / 20), 6);
});

test("with the main thread blocked for its last 10 s the night fades and falls silent on time", {
  timeout: 40_000,
}, async () => {
  const context = createLiveContext();
  const raw = context.rawContext as AudioContext;
  const thread = new AudioThread(context, testThread);
  await Promise.all([thread.host(), thread.bring(["test-tone"])]);
  await raw.resume();
  const sound = new Sound({ context, known: thread.layers, plan: tonePlan, load });
  const tap = new Tap(context, sound.buses, "master");
  const rate = raw.sampleRate;
  const origin = (Math.ceil(((raw.currentTime + 0.1) * rate) / 128) * 128) / rate;
  // At full level from the first moment: the entrance is tested elsewhere.
  sound.start(origin, 0, [{ atSeconds: 0, value: 1 }]);
  const ending = { deadlineSeconds: sound.seconds + 14, fadeSeconds: 11 };
  sound.layEnding(ending);
  await until(() => sound.seconds > ending.deadlineSeconds - 10);
  expect(ranWhileStandingStill(11)).toBe(false);
  // What the tap sent while JavaScript slept arrives first.
  await until(() => sound.seconds > ending.deadlineSeconds + 2.5);
  expect(await sound.buses.limiter.reductionDb()).toBe(0);
  const { firstFrame, left } = tap.recording();
  sound.dispose();
  const offset = firstFrame / rate - origin - limiterSeconds(rate);
  const levels = sineLevels(left, rate, 1000)
    .map(({ atSeconds, db }) => ({ atSeconds: atSeconds + offset, db }))
    .filter(({ atSeconds }) => atSeconds > 1);
  const { farthest, rise } = against(levels, ending);
  expect(farthest).toBeLessThan(0.1);
  expect(rise).toBeLessThan(0.001);
  const silentAt = (lastAboveSeconds(left, rate, -140) ?? 0) + offset;
  expect(Math.abs(silentAt - ending.deadlineSeconds)).toBeLessThan(0.05);
});

/** The limiter looks ahead: what it lets out is this much later than what went in. */
function limiterSeconds(sampleRate: number): number {
  return new Limiter(sampleRate, { ceilingDb: CEILING_DB }).latencyFrames / sampleRate;
}

/** Holds the main thread for so long. @returns whether it ran anything meanwhile */
function ranWhileStandingStill(seconds: number): boolean {
  let ran = false;
  const timer = setTimeout(() => {
    ran = true;
  });
  const begun = performance.now();
  const request = new XMLHttpRequest();
  request.open("GET", `${SLOW_ANSWER}?seconds=${seconds}`, false);
  request.send();
  clearTimeout(timer);
  expect(performance.now() - begun).toBeGreaterThan(990 * seconds);
  return ran;
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
}
