import { describe, expect, test } from "vitest";
import { BreathFollower } from "../../src/night/breath-follower.ts";
import type { NightEngine } from "../../src/night/deps.ts";
import { breathing } from "../../src/session/breath.ts";
import type { Breath } from "../../src/session/cue.ts";
import { bedRequest } from "./helper/request.ts";
import { Rig } from "./helper/rig.ts";

/** Six breaths a minute from the start: each 4 s in, 6 s out. */
const STEADY = breathing({ atSeconds: 50, perMinute: 6, pattern: [4, 0, 6, 0] });

/** A follower at a time that the test sets, and what it asked of the engine. */
function follower(onBreath: (breath: Breath) => void = () => undefined) {
  const engine = {
    seconds: 0,
    told: [] as { fromSeconds: number; call: (breath: Breath) => void }[],
    stopped: 0,
    eachBreath(
      _breathing: unknown,
      { fromSeconds }: { fromSeconds: number },
      call: (breath: Breath) => void,
    ) {
      engine.told.push({ fromSeconds, call });
      return () => {
        engine.stopped++;
      };
    },
  };
  return { engine, breath: new BreathFollower(engine as Partial<NightEngine> as NightEngine, onBreath) };
}

const plan = {
  guides: [],
  breathing: STEADY,
  breathTone: [
    { fromSeconds: 50, untilSeconds: 100 },
    { fromSeconds: 200, untilSeconds: 215 },
  ],
};

describe("what the breath does", () => {
  test("is named in the first three breaths of each stretch, and in no other", () => {
    const { engine, breath } = follower();
    breath.take(plan);
    const phaseAt = (seconds: number) => {
      engine.seconds = seconds;
      return breath.phase;
    };
    expect([49.9, 50, 53.9, 54, 59.9, 60, 79.9, 80, 99].map(phaseAt)).toEqual([
      null,
      "in",
      "in",
      "out",
      "out",
      "in",
      "out",
      null,
      null,
    ]);
    // The second stretch is over with its second breath.
    expect([199.9, 200, 204, 210, 219.9, 220, 229].map(phaseAt)).toEqual([
      null,
      "in",
      "out",
      "in",
      "out",
      null,
      null,
    ]);
  });

  test("moves the lungs through the whole of a stretch, to the end of its last breath", () => {
    const { engine, breath } = follower();
    breath.take(plan);
    const levelAt = (seconds: number) => {
      engine.seconds = seconds;
      return breath.level;
    };
    expect(levelAt(49.9)).toBeNull();
    expect(levelAt(52)).toBeCloseTo(0.5, 6);
    expect(levelAt(94)).toBeCloseTo(1, 6);
    expect(levelAt(150)).toBeNull();
    expect(levelAt(214)).toBeCloseTo(1, 6);
    expect(levelAt(219.9)).toBeLessThan(0.01);
    expect(levelAt(220)).toBeNull();
  });

  test("is nothing where nothing breathes, and nothing after it was dropped", () => {
    const { engine, breath } = follower();
    engine.seconds = 52;
    breath.take({ guides: [], breathing: null, breathTone: [] });
    expect([breath.level, breath.phase]).toEqual([null, null]);
    breath.take(plan);
    expect(breath.phase).toBe("in");
    breath.drop();
    expect([breath.level, breath.phase]).toEqual([null, null]);
  });
});

test("tells of the breaths of each stretch, until it is dropped", () => {
  const told: Breath[] = [];
  const { engine, breath } = follower((each) => told.push(each));
  breath.take(plan);
  expect(engine.told).toEqual([]);
  breath.watch();
  expect(engine.told.map(({ fromSeconds }) => fromSeconds)).toEqual([50, 200]);
  const [first] = STEADY;
  if (first) engine.told[0]?.call(first);
  expect(told).toEqual([first]);
  breath.drop();
  expect(engine.stopped).toBe(2);
});

test('a night\'s words for its breath are gone after "te veel"', async () => {
  const rig = new Rig();
  const breath = { perMinute: 6, pattern: [4, 0, 6, 0] as [number, number, number, number] };
  await rig.player.begin(bedRequest({ breath, narrator: { kind: "captions" } }));
  expect(rig.player.breathPhase()).toBeNull();
  await rig.pass(51);
  expect(rig.player.breathPhase()).toBe("in");
  await rig.pass(4);
  expect(rig.player.breathPhase()).toBe("out");
  rig.player.tooMuch();
  expect(rig.player.breathPhase()).toBeNull();
  expect(rig.player.breathLevel()).toBeNull();
});
