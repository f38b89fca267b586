import { describe, expect, test } from "vitest";
import { atThree } from "../../src/night/at-three.ts";
import { bedRequest } from "./helper/request.ts";
import { Rig, settle, spoken } from "./helper/rig.ts";

async function started(change: Parameters<typeof bedRequest>[0] = {}): Promise<Rig> {
  const rig = new Rig();
  await rig.player.begin(bedRequest(change));
  return rig;
}

/** Minutes until the end. */
function left(rig: Rig): number {
  return ((rig.player.state.deadline ?? 0) - rig.now) / 60_000;
}

describe("still awake, from a headset or the lock screen", () => {
  test("play in the middle of a fade brings it back and extends it by the time that was chosen", async () => {
    const rig = await started({ awakeMinutes: 40 });
    await rig.pass(50 * 60);
    expect(rig.player.state.phase).toBe("fading");
    rig.outside?.play();
    expect(rig.player.state.phase).toBe("playing");
    expect(left(rig)).toBeCloseTo(40, 3);
  });

  test("a headset's one button does so too while it falls asleep; twice within a minute it pauses", async () => {
    const rig = await started();
    await rig.pass(50 * 60);
    rig.outside?.pause();
    expect(rig.player.state.phase).toBe("playing");
    expect(left(rig)).toBeCloseTo(15, 3);
    await rig.pass(20);
    rig.outside?.pause();
    expect(rig.player.state.phase).toBe("paused");
    rig.outside?.play();
    await settle();
    expect(rig.player.state.phase).toBe("playing");
  });

  test("before the fade, pause is a pause", async () => {
    const rig = await started();
    await rig.pass(60);
    rig.outside?.pause();
    expect(rig.player.state.phase).toBe("paused");
  });
});

describe("awake at three", () => {
  test("is the same mix, wordless, softer, capped and half an hour long, however often it is asked for", () => {
    const evening = bedRequest({ narrator: { kind: "captions" }, wakeAt: 5, timer: "all-night" });
    const night = atThree(evening);
    expect(night).toMatchObject({
      narrator: { kind: "none" },
      breath: null,
      timer: { minutes: 30 },
      fadeSeconds: 900,
      ceilingLufs: -33,
      wakeAt: 5,
    });
    expect(night.levels.map(({ gainDb }) => gainDb)).toEqual(
      evening.levels.map(({ gainDb }) => Math.max(-60, gainDb - 6)),
    );
    expect(atThree(night)).toBe(night);
    expect(atThree({ ...evening, ceilingLufs: -45 }).ceilingLufs).toBe(-45);
  });

  test("in a night that goes on: one press, the words go, the mix crosses over, the end comes sooner", async () => {
    const session = { ...spoken("wind-down", ["arrive"]), bed: bedRequest().session.bed };
    const rig = await started({ session, narrator: { kind: "captions" }, timer: "all-night" });
    await rig.pass(60);
    rig.asked.length = 0;
    rig.player.awakeAtThree();
    expect(rig.asked).toContain("drop guides");
    expect(rig.asked).toContain("ceiling -33");
    expect(rig.asked.some((each) => each.startsWith("crossfade -"))).toBe(true);
    expect(left(rig)).toBeCloseTo(30, 3);
    await settle();
    expect(rig.kept?.request).toMatchObject({ atThree: true, ceilingLufs: -33, timer: { minutes: 30 } });
  });
});

describe("seeking", () => {
  test("goes on elsewhere in the guide, its end where it was, also after a reload", async () => {
    const session = { ...spoken("wind-down", ["arrive"]), bed: bedRequest().session.bed };
    const rig = await started({ session, narrator: { kind: "captions" } });
    const end = rig.player.state.deadline;
    await rig.pass(60);
    rig.outside?.seek(30);
    await settle();
    expect(rig.seconds).toBeCloseTo(90, 1);
    expect(rig.endings.at(-1)?.deadlineSeconds).toBeCloseTo(90 + 3540, 1);
    expect(rig.player.state.deadline).toBe(end);
    expect((rig.now - (rig.kept?.startedAt ?? 0)) / 1000).toBeCloseTo(90, 1);
    rig.outside?.seek(-600);
    await settle();
    expect(rig.seconds).toBeCloseTo(0, 1);
  });

  test("means nothing to a sound without a guide", async () => {
    const rig = await started();
    await rig.pass(60);
    rig.outside?.seek(30);
    await settle();
    expect(rig.seconds).toBeCloseTo(60, 1);
  });
});
