import fc from "fast-check";
import { expect, it } from "vitest";
import { parseRoutine } from "../../src/store/parseRoutine.ts";
import { DEFAULT_ROUTINE } from "../../src/store/routine.ts";

const KEPT = {
  ...DEFAULT_ROUTINE,
  session: "night-sea",
  language: "en",
  narrator: { kind: "pack", id: "espeak-en" },
  timer: "all-night",
  levels: { "night-sea": [{ layer: "ocean", gainDb: -3 }], "rain-window": [{ layer: "rain", gainDb: 2 }] },
  wantedSeconds: { "wind-down": 600 },
  breath: { follow: true, perMinute: 9.5 },
  haptics: true,
};

it("reads what it wrote", () => {
  expect(parseRoutine(KEPT)).toEqual({ routine: KEPT, damaged: [] });
  expect(parseRoutine(structuredClone(DEFAULT_ROUTINE))).toEqual({ routine: DEFAULT_ROUTINE, damaged: [] });
});

it("begins with the defaults where nothing was kept, without a complaint", () => {
  expect(parseRoutine(undefined)).toEqual({ routine: DEFAULT_ROUTINE, damaged: [] });
});

it("loses a damaged entry alone", () => {
  const read = parseRoutine({ ...KEPT, timer: { minutes: 4 }, narrator: "me" });
  expect(read.damaged).toEqual(["narrator", "timer"]);
  expect(read.routine).toEqual({ ...KEPT, timer: DEFAULT_ROUTINE.timer, narrator: null });
});

it("loses one session's damaged mix alone", () => {
  const levels = { ...KEPT.levels, "night-sea": [{ layer: "ocean", gainDb: 40 }] };
  const read = parseRoutine({ ...KEPT, levels });
  expect(read.damaged).toEqual(["levels.night-sea"]);
  expect(read.routine.levels).toEqual({ "rain-window": KEPT.levels["rain-window"] });
});

it("passes over entries of other versions", () => {
  expect(parseRoutine({ ...KEPT, bedtime: "23:00" }).damaged).toEqual([]);
});

it("makes a whole routine of anything at all", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const { routine } = parseRoutine(value);
      expect(parseRoutine(structuredClone(routine))).toEqual({ routine, damaged: [] });
    }),
  );
});
