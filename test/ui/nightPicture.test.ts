import fc from "fast-check";
import { expect, it } from "vitest";
import type { NightChoice } from "../../src/night/night-choice.ts";
import { nightPlan } from "../../src/night/night-plan.ts";
import { timeline } from "../../src/session/timeline.ts";
import { nightPicture } from "../../src/ui/picture/nightPicture.ts";
import { RAIN, WIND_DOWN } from "./helper/sessions.ts";

const laid = timeline(WIND_DOWN, { language: "nl", wantedSeconds: null, breath: { perMinute: 12 } });

/** The picture of a night that begins at 0 and whose fade is over after so many minutes. */
function pictured(minutes: number | null, fadeSeconds: number, rest: Partial<NightChoice> = {}, of = laid) {
  const deadline = minutes === null ? null : minutes * 60_000;
  return nightPicture(of, nightPlan({ deadline, fadeSeconds, ...rest }), 0);
}

it("ends with the sound alone and the fade, and is silent at the timer's end", () => {
  const picture = pictured(45, 900);
  expect(picture.seconds).toBe(2700);
  expect(picture.silentSeconds).toBe(2700);
  expect(picture.parts.at(-2)).toMatchObject({ name: { kind: "rest" }, atSeconds: laid.seconds });
  expect(picture.parts.at(-1)).toEqual({ name: { kind: "fade" }, atSeconds: 1800, seconds: 900 });
  expect(picture.voice).toHaveLength(3);
  expect(picture.breath).toHaveLength(1);
});

it("shows the fade as the night has it: half of a short night, the guide gone early in it", () => {
  const picture = pictured(4, 120);
  expect(picture.parts.at(-1)).toEqual({ name: { kind: "fade" }, atSeconds: 120, seconds: 120 });
  expect(picture.level.slice(-2)).toEqual([
    { atSeconds: 120, db: 0 },
    { atSeconds: 240, db: -50 },
  ]);
  const gone = 120 + 120 / 4;
  const spoken = laid.cues.filter(({ kind }) => kind === "say").map(({ atSeconds }) => atSeconds);
  expect(spoken.at(-1)).toBeGreaterThan(gone);
  expect(picture.voice.map(({ atSeconds }) => atSeconds)).toEqual(spoken.filter((at) => at < gone));
  for (const { atSeconds, seconds, name } of picture.parts) {
    if ("title" in name) expect(atSeconds + seconds).toBeLessThanOrEqual(gone);
  }
});

it("has no end where it goes on all night", () => {
  const picture = pictured(null, 0);
  expect(picture.silentSeconds).toBeNull();
  expect(picture.level.at(-1)?.db).toBe(0);
  expect(picture.parts.some(({ name }) => "kind" in name && name.kind === "fade")).toBe(false);
});

it("shows a bed as its sound and its fade", () => {
  const bed = timeline(RAIN, { language: "nl", wantedSeconds: null, breath: null });
  const { parts, voice } = pictured(20, 600, {}, bed);
  expect(parts.map(({ name }) => name)).toEqual([{ kind: "rest" }, { kind: "fade" }]);
  expect(voice).toEqual([]);
});

it("shows what stays after the fade, and the wake", () => {
  const wakeAt = 420 * 60_000;
  const { parts, level, silentSeconds, wakeSeconds, seconds } = pictured(45, 900, { wakeAt });
  expect(parts.slice(-3)).toEqual([
    { name: { kind: "fade" }, atSeconds: 1800, seconds: 900 },
    { name: { kind: "silence" }, atSeconds: 2700, seconds: 395 * 60 - 2700 },
    { name: { kind: "wake" }, atSeconds: 395 * 60, seconds: 40 * 60 },
  ]);
  expect([silentSeconds, wakeSeconds, seconds]).toEqual([2700, 420 * 60, 435 * 60]);
  expect(level.at(-3)).toEqual({ atSeconds: 420 * 60, db: 0 });
  const whisper = pictured(45, 900, { afterwards: "whisper" });
  expect(whisper.parts.at(-1)).toMatchObject({ name: { kind: "whisper" }, atSeconds: 2700 });
  expect(whisper.silentSeconds).toBeNull();
  expect(whisper.level.at(-1)).toEqual({ atSeconds: whisper.seconds, db: -24 });
});

it("never draws outside the night", () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 600 }), fc.integer({ min: 120, max: 3600 }), (minutes, fade) => {
      const { seconds, parts, voice, breath, level } = pictured(minutes, Math.min(fade, minutes * 30));
      for (const each of [...parts, ...voice, ...breath]) {
        expect(each.atSeconds).toBeGreaterThanOrEqual(0);
        expect(each.seconds).toBeGreaterThanOrEqual(0);
        expect(each.atSeconds + each.seconds).toBeLessThanOrEqual(seconds + 1e-9);
      }
      for (const { atSeconds } of level) expect(atSeconds).toBeLessThanOrEqual(seconds);
    }),
  );
});
