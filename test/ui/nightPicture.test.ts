import fc from "fast-check";
import { expect, it } from "vitest";
import { timeline } from "../../src/session/timeline.ts";
import { nightPicture } from "../../src/ui/picture/nightPicture.ts";
import { RAIN, WIND_DOWN } from "./helper/sessions.ts";

const laid = timeline(WIND_DOWN, { language: "nl", wantedSeconds: null, breath: { perMinute: 12 } });

it("ends with the sound alone and the fade, and is silent at the timer's end", () => {
  const picture = nightPicture(laid, { minutes: 45 }, 900);
  expect(picture.seconds).toBe(2700);
  expect(picture.silentSeconds).toBe(2700);
  expect(picture.parts.at(-2)).toMatchObject({ name: { kind: "rest" }, atSeconds: laid.seconds });
  expect(picture.parts.at(-1)).toEqual({ name: { kind: "fade" }, atSeconds: 1800, seconds: 900 });
  expect(picture.voice).toHaveLength(3);
  expect(picture.breath).toHaveLength(1);
});

it("shows the fade as the night has it: half of a short night, the guide gone early in it", () => {
  const picture = nightPicture(laid, { minutes: 4 }, 900);
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
  const picture = nightPicture(laid, "all-night", 900);
  expect(picture.silentSeconds).toBeNull();
  expect(picture.level.at(-1)?.db).toBe(0);
  expect(picture.parts.some(({ name }) => "kind" in name && name.kind === "fade")).toBe(false);
});

it("shows a bed as its sound and its fade", () => {
  const bed = timeline(RAIN, { language: "nl", wantedSeconds: null, breath: null });
  const { parts, voice } = nightPicture(bed, { minutes: 20 }, 900);
  expect(parts.map(({ name }) => name)).toEqual([{ kind: "rest" }, { kind: "fade" }]);
  expect(voice).toEqual([]);
});

it("never draws outside the night", () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 600 }), fc.integer({ min: 120, max: 3600 }), (minutes, fade) => {
      const { seconds, parts, voice, breath, level } = nightPicture(laid, { minutes }, fade);
      for (const each of [...parts, ...voice, ...breath]) {
        expect(each.atSeconds).toBeGreaterThanOrEqual(0);
        expect(each.seconds).toBeGreaterThanOrEqual(0);
        expect(each.atSeconds + each.seconds).toBeLessThanOrEqual(seconds + 1e-9);
      }
      for (const { atSeconds } of level) expect(atSeconds).toBeLessThanOrEqual(seconds);
    }),
  );
});
