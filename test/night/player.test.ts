import { describe, expect, test } from "vitest";
import { bedRequest } from "./helper/request.ts";
import { Rig, settle, spoken } from "./helper/rig.ts";

async function started(change: Parameters<typeof bedRequest>[0] = {}): Promise<Rig> {
  const rig = new Rig();
  await rig.player.begin(bedRequest(change));
  return rig;
}

describe("beginning", () => {
  test("asks for sound at once, from the touch, and plays", async () => {
    const rig = new Rig();
    const beginning = rig.player.begin(bedRequest());
    expect(rig.asked).toEqual(["wake"]);
    expect(rig.player.state.phase).toBe("loading");
    await beginning;
    expect(rig.player.state.phase).toBe("playing");
    expect(rig.player.state.deadline).toBe(rig.now + 3_600_000);
    expect(rig.endings.at(-1)).toEqual({ deadlineSeconds: 3600, fadeSeconds: 900 });
  });

  test("a refusal says so and leaves the night free to try again", async () => {
    const rig = new Rig();
    rig.allows = false;
    await rig.player.begin(bedRequest());
    expect(rig.player.state).toMatchObject({ phase: "idle", problem: "audio-refused" });
    rig.allows = true;
    await rig.player.begin(bedRequest());
    expect(rig.player.state).toMatchObject({ phase: "playing", problem: null });
  });

  test("another tab's night is left alone", async () => {
    const rig = new Rig();
    rig.claimed = true;
    await rig.player.begin(bedRequest());
    expect(rig.player.state).toMatchObject({ phase: "idle", problem: "other-tab" });
    expect(rig.plan).toBeNull();
  });

  test("a night that cannot be kept plays on", async () => {
    const rig = new Rig();
    rig.keepFails = true;
    await rig.player.begin(bedRequest());
    await settle();
    expect(rig.player.state).toMatchObject({ phase: "playing", problem: null });
    expect(rig.running).toBe(true);
  });

  test("without its narrator's recordings the night plays on, with captions", async () => {
    const session = { ...spoken("wind-down", ["arrive"]), bed: bedRequest().session.bed };
    const rig = await started({ session, narrator: { kind: "pack", id: "gone" } });
    expect(rig.player.state).toMatchObject({ phase: "playing", problem: "narration-missing" });
    expect(rig.plan?.guides[0]?.timeline.cues.some((cue) => cue.kind === "say")).toBe(true);
  });
});

describe("the first minute of a bed", () => {
  test("acknowledges at 15 s by the answer given, and says where the phone may go at 30 s", async () => {
    const rig = await started({ narrator: { kind: "captions" } });
    await rig.pass(5);
    rig.player.checkIn("body");
    await rig.pass(35);
    const said = rig.guides.map(({ atSeconds, timeline }) => [
      atSeconds,
      timeline.parts.map((part) => part.id),
    ]);
    expect(said).toEqual([
      [15, ["body"]],
      [30, ["put-away"]],
    ]);
  });

  test("unanswered, it is the usual; without words, nothing", async () => {
    const usual = await started({ narrator: { kind: "captions" } });
    await usual.pass(40);
    expect(usual.guides[0]?.timeline.parts[0]?.id).toBe("usual");
    const silent = await started({ narrator: { kind: "none" } });
    await silent.pass(40);
    expect(silent.guides).toEqual([]);
  });
});

describe("the end stays where the wall clock has it", () => {
  test("a pause neither lengthens nor restarts the night", async () => {
    const rig = await started();
    await rig.pass(600);
    rig.player.pause();
    await rig.pass(1200);
    rig.player.resume();
    await settle();
    const last = rig.endings.at(-1);
    expect(last?.deadlineSeconds).toBeCloseTo(rig.seconds + 1800, 3);
    expect(rig.player.state).toMatchObject({ phase: "playing", deadline: 1_000_000_000_000 + 3_600_000 });
  });

  test("a night whose end passes while it is held ends there, silent", async () => {
    const rig = await started();
    await rig.pass(60);
    rig.player.pause();
    await rig.pass(3700);
    expect(rig.player.state.phase).toBe("ended");
    expect(rig.asked).toContain("close");
  });

  test("an interruption is a pause, and what comes back by itself is held", async () => {
    const rig = await started();
    rig.system("suspended");
    expect(rig.player.state.phase).toBe("paused");
    rig.system("running");
    expect(rig.player.state.phase).toBe("paused");
    expect(rig.asked.at(-1)).toBe("hold");
  });

  test("choosing another end lays it anew, with as much fade as fits", async () => {
    const rig = await started();
    await rig.pass(100);
    rig.player.setTimer({ minutes: 10 });
    expect(rig.endings.at(-1)).toEqual({ deadlineSeconds: 700, fadeSeconds: 300 });
    rig.player.setTimer("all-night");
    expect(rig.endings.at(-1)).toBeNull();
    expect(rig.player.state.deadline).toBeNull();
  });

  test("it fades when the plan says so, and a tap brings it back with a later end", async () => {
    const rig = await started({ timer: { minutes: 30 } });
    await rig.pass(901);
    expect(rig.player.state.phase).toBe("fading");
    await rig.pass(600);
    rig.player.stillAwake();
    expect(rig.player.state).toMatchObject({ phase: "playing", deadline: rig.now + 15 * 60_000 });
  });
});

describe("after a reload", () => {
  test("an unfinished night is offered with its own end, and goes on where it would be", async () => {
    const first = await started();
    await first.pass(300);
    const again = new Rig();
    again.kept = first.kept;
    again.now = first.now + 60_000;
    expect(await again.player.unfinished()).toMatchObject({ deadline: 1_000_000_000_000 + 3_600_000 });
    await again.player.goOn();
    expect(again.seconds).toBeCloseTo(360, 3);
    expect(again.endings[0]?.deadlineSeconds).toBeCloseTo(3600, 3);
    expect(again.plan?.seed).toBe(first.plan?.seed);
  });

  test("a night that another tab plays is not offered, until that tab is gone", async () => {
    const first = await started();
    const again = new Rig();
    again.kept = first.kept;
    again.claimed = true;
    expect(await again.player.unfinished()).toBeNull();
    again.claimed = false;
    expect(await again.player.unfinished()).toEqual(first.kept);
  });

  test("one whose end has passed is not offered, and forgotten", async () => {
    const first = await started();
    const again = new Rig();
    again.kept = first.kept;
    again.now = first.now + 4_000_000;
    expect(await again.player.unfinished()).toBeNull();
    expect(again.kept).toBeNull();
    await again.player.goOn();
    expect(again.player.state.phase).toBe("idle");
  });
});

describe("te veel", () => {
  test("the guide goes and the sound stays; a second time, grounding made for the dark", async () => {
    const rig = await started({ narrator: { kind: "captions" } });
    rig.player.tooMuch();
    expect(rig.asked).toContain("drop guides");
    expect(rig.running).toBe(true);
    rig.player.tooMuch();
    await settle();
    expect(rig.guides.map(({ timeline }) => timeline.parts.map((part) => part.id))).toEqual([["dark"]]);
    expect(rig.player.state.guide).toBe("grounding");
    await rig.pass(60);
    expect(rig.player.state.guide).toBe("gone");
  });

  test("no opening words come after it", async () => {
    const rig = await started({ narrator: { kind: "captions" } });
    rig.player.tooMuch();
    await rig.pass(60);
    expect(rig.guides).toEqual([]);
  });
});

test("a browser that takes its time does not lengthen the night", async () => {
  const rig = new Rig();
  rig.slowSeconds = 3;
  await rig.player.begin(bedRequest());
  expect(rig.endings.at(-1)?.deadlineSeconds).toBeCloseTo(3597, 3);
});

test("a call that is over gives the sound back", async () => {
  const rig = await started();
  rig.system("interrupted" as AudioContextState);
  expect(rig.player.state.phase).toBe("paused");
  await rig.pass(60);
  rig.system("running");
  await settle();
  expect(rig.player.state.phase).toBe("playing");
});

test("stop and resume pressed together: it stops, and stays stopped", async () => {
  const rig = await started();
  rig.player.pause();
  rig.player.resume();
  rig.player.stop();
  await settle();
  expect(rig.player.state.phase).toBe("ended");
  expect(rig.asked.filter((asked) => asked.startsWith("lock screen")).at(-1)).toBe("lock screen none");
});

test("too much is remembered: a night taken up again has no words", async () => {
  const rig = await started({ narrator: { kind: "captions" } });
  rig.player.tooMuch();
  expect(rig.kept?.request.narrator.kind).toBe("none");
});

test("the guide's level and haptics are remembered, in the night alone", async () => {
  const rig = await started({ narrator: { kind: "captions" } });
  rig.player.setGuideLevel(-6);
  rig.player.setHaptics(true);
  expect(rig.kept?.request).toMatchObject({ guideGainDb: -6, haptics: true });
  rig.player.stop();
  await settle();
  rig.player.setHaptics(false);
  rig.player.setGuideLevel(0);
  rig.player.setParam("rain", "intensity", 1);
  await settle();
  expect(rig.kept).toBeNull();
});

test("a full stop forgets the night and gives the device back", async () => {
  const rig = await started();
  rig.player.stop();
  await settle();
  expect(rig.player.state.phase).toBe("ended");
  expect(rig.kept).toBeNull();
  expect(rig.claimed).toBe(false);
});
