import { describe, expect, test } from "vitest";
import { followedBreath } from "../../src/night/bed-plan.ts";
import { guideOf, soundPlan } from "../../src/night/guides.ts";
import { breathAt, breathSeconds } from "../../src/session/breath.ts";
import type { SayCue } from "../../src/session/cue.ts";
import type { BreathPattern } from "../../src/session/item.ts";
import type { SessionDocument } from "../../src/session/schema.ts";
import { bedRequest } from "./helper/request.ts";
import { spoken } from "./helper/rig.ts";

const BREATH = { perMinute: 12, pattern: [4, 0, 6, 0] as BreathPattern };

/** Two sentences around five breaths. */
function windDown(): SessionDocument {
  const session = spoken("wind-down", ["arrive", "rest"]);
  const script = session.scripts?.nl;
  const [arrive, rest] = script?.parts ?? [];
  if (!script || !arrive || !rest) throw new Error("no script");
  const breathe = { breathe: { pattern: [4, 0, 6, 0] as BreathPattern, times: 5 } };
  const parts = [{ ...arrive, items: [...arrive.items, breathe] }, rest];
  return { ...session, scripts: { nl: { ...script, parts } } };
}

describe("the sound of a bed", () => {
  test("is its mix; the breath begins at 50 s, at the person's own pace, and slows to the pattern's", () => {
    const plan = soundPlan(bedRequest({ breath: BREATH }), null, 7);
    expect(plan).toMatchObject({ seed: 7, layers: [{ layer: "rain", gainDb: 0 }], guides: [] });
    const [first] = plan.breathing ?? [];
    expect(first?.atSeconds).toBe(50);
    expect(first && 60 / breathSeconds(first)).toBeCloseTo(12, 9);
    const last = plan.breathing?.at(-1);
    expect(last && breathSeconds(last)).toBeCloseTo(10, 9);
  });

  test("is followed from there until three minutes at the pattern's pace, to the end of a breath", () => {
    const plan = soundPlan(bedRequest({ breath: BREATH }), null, 7);
    const settled = plan.breathing?.at(-1)?.atSeconds ?? Number.NaN;
    expect(plan.breathTone).toEqual([{ fromSeconds: 50, untilSeconds: settled + 180 }]);
    const [followed, ...more] = followedBreath(plan);
    expect(more).toEqual([]);
    expect(followed?.fromSeconds).toBe(50);
    const until = followed?.untilSeconds ?? Number.NaN;
    expect(until - (settled + 180)).toBeGreaterThanOrEqual(0);
    expect(until - (settled + 180)).toBeLessThan(10);
    expect(breathAt(plan.breathing ?? [], until + 0.001)?.atSeconds).toBeCloseTo(until, 6);
  });

  test("has no breath where none is wanted", () => {
    const plan = soundPlan(bedRequest(), null, 7);
    expect(plan).toMatchObject({ breathing: null, breathTone: [], guides: [] });
    expect(followedBreath(plan)).toEqual([]);
  });
});

describe("the sound of a guided session", () => {
  const guided = bedRequest({ session: windDown(), breath: BREATH, narrator: { kind: "captions" } });

  test("has its words and its breaths from the beginning of the night", () => {
    const { guides, breathing, breathTone } = soundPlan(guided, null, 7);
    expect(guides).toMatchObject([{ atSeconds: 0, voice: "silent" }]);
    expect(breathTone).toEqual([]);
    const cues = guides[0]?.timeline.cues ?? [];
    expect(cues.map(({ kind }) => kind)).toEqual(["say", "breathe", "say"]);
    expect(cues[0]?.atSeconds).toBeGreaterThanOrEqual(10);
    const breathe = cues[1];
    const stretches = followedBreath({ guides, breathing, breathTone });
    expect(stretches.map(({ fromSeconds }) => fromSeconds)).toEqual([breathe?.atSeconds]);
    expect(stretches[0]?.untilSeconds).toBeCloseTo((breathe?.atSeconds ?? 0) + (breathe?.seconds ?? 0), 6);
  });

  test("lasts as its narrator's recordings do", () => {
    const said = (seconds: number | null) => {
      const narrator = { kind: "pack", id: "fenna" } as const;
      const { guides } = soundPlan({ ...guided, narrator }, { seconds: () => seconds }, 7);
      const cue = guides[0]?.timeline.cues.find((each): each is SayCue => each.kind === "say");
      return { voice: guides[0]?.voice, seconds: cue?.seconds };
    };
    expect(said(3.25)).toEqual({ voice: "recorded", seconds: 3.25 });
    const estimated = said(null).seconds;
    expect(estimated).toBeGreaterThan(0.5);
    expect(estimated).toBeLessThan(6);
  });

  test("is read on the screen where its narrator's recordings are not there", () => {
    const narrator = { kind: "pack", id: "gone" } as const;
    expect(soundPlan({ ...guided, narrator }, null, 7).guides).toMatchObject([{ voice: "silent" }]);
  });

  test("has no words where none are wanted: its bed, and a breath as a bed has it", () => {
    const plan = soundPlan({ ...guided, narrator: { kind: "none" } }, null, 7);
    expect(plan.guides).toEqual([]);
    expect(plan.breathing?.[0]?.atSeconds).toBe(50);
  });

  test("has its words and no breath where no breath is wanted", () => {
    const plan = soundPlan({ ...guided, breath: null }, null, 7);
    expect(plan.guides[0]?.timeline.cues.map(({ kind }) => kind)).toEqual(["say", "say"]);
    expect(followedBreath(plan)).toEqual([]);
  });
});

test("part of a spoken document is laid where it is wanted, in the narrator's way of speaking", () => {
  const opening = spoken("opening", ["usual", "put-away"]);
  const laid = (kind: "device" | "captions") =>
    guideOf(opening, bedRequest({ narrator: { kind } }), null, 15, ["put-away"]);
  expect(laid("device")).toMatchObject({ atSeconds: 15, voice: "device" });
  const { timeline, voice } = laid("captions");
  expect(voice).toBe("silent");
  expect(timeline.parts.map(({ id }) => id)).toEqual(["put-away"]);
  expect(timeline.cues).toMatchObject([{ kind: "say", atSeconds: 0, text: "Dit is put-away." }]);
});
