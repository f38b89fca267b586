import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OUTPUT_STEPS, type Output, type OutputEvent, outputStep } from "../../src/night/output.ts";
import { bedRequest } from "./helper/request.ts";
import { Rig, settle } from "./helper/rig.ts";

const EVENTS = [
  ...new Set(Object.values(OUTPUT_STEPS).flatMap((steps) => Object.keys(steps))),
] as OutputEvent[];
const STATES = Object.keys(OUTPUT_STEPS) as Output[];

describe("the machine", () => {
  test("after a pause, or with headphones pulled out, sounds again only by a touch", () => {
    const untouched = fc.array(
      fc.constantFrom(...EVENTS.filter((event) => !["resume", "came-back", "begun"].includes(event))),
    );
    fc.assert(
      fc.property(fc.constantFrom("pause" as const, "unplugged" as const), untouched, (first, events) => {
        let output = outputStep("running", first).to;
        for (const event of events) {
          const { to, does } = outputStep(output, event);
          expect(does).not.toContain("come-back");
          expect(does).not.toContain("reopen");
          expect(to).not.toBe("running");
          output = to;
        }
      }),
    );
  });

  test("is off after its end, wherever it was, and stays off", () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.array(fc.constantFrom(...EVENTS)), (from, events) => {
        let output = outputStep(from, "ended").to;
        for (const event of events.filter((each) => each !== "begun")) output = outputStep(output, event).to;
        expect(output).toBe("off");
      }),
    );
  });

  test("every state is reached, and from every one there is a way on", () => {
    const reached = new Set<Output>(["off"]);
    for (let i = 0; i < STATES.length; i++) {
      for (const state of reached)
        for (const step of Object.values(OUTPUT_STEPS[state])) reached.add(step.to);
    }
    expect([...reached].sort()).toEqual([...STATES].sort());
    for (const state of STATES) {
      expect(Object.values(OUTPUT_STEPS[state]).some(({ to }) => to !== state)).toBe(true);
    }
  });
});

async function started(): Promise<Rig> {
  const rig = new Rig();
  await rig.player.begin(bedRequest());
  await rig.pass(60);
  rig.asked.length = 0;
  return rig;
}

describe("a night", () => {
  test("whose clock stands still is started anew, and its end is where the wall clock has it", async () => {
    const rig = await started();
    rig.freeze(true);
    await rig.pass(5);
    expect(rig.asked).toContain("restart");
    rig.freeze(false);
    await rig.pass(3);
    const left = (rig.player.state.deadline ?? 0) - rig.now;
    expect(rig.endings.at(-1)?.deadlineSeconds).toBeCloseTo(rig.seconds + left / 1000, 0);
    expect(rig.player.state.phase).toBe("playing");
  });

  test("whose clock stays where it is gets a new context, from where it was", async () => {
    const rig = await started();
    rig.freeze(true);
    await rig.pass(4);
    const at = rig.seconds;
    rig.stands = true;
    await rig.pass(4);
    expect(rig.asked.filter((each) => ["restart", "renew"].includes(each))).toEqual(["restart", "renew"]);
    expect(rig.running).toBe(true);
    expect(Math.abs(rig.seconds - at)).toBeLessThan(3);
    expect(rig.player.state.phase).toBe("playing");
  });

  test("whose context is closed goes on in a new one; refused, it waits for a touch", async () => {
    const rig = await started();
    rig.system("closed");
    await settle();
    expect(rig.asked).toContain("renew");
    expect(rig.seconds).toBeCloseTo(60, 0);
    expect(rig.player.state.phase).toBe("playing");
    rig.allows = false;
    rig.system("closed");
    await settle();
    expect(rig.player.state).toMatchObject({ phase: "paused", problem: "audio-refused" });
    rig.allows = true;
    rig.player.resume();
    await settle();
    expect(rig.player.state.phase).toBe("playing");
  });

  test("whose output changes its rate goes on in a context of that rate", async () => {
    const rig = await started();
    rig.rate = 44_100;
    await rig.pass(2);
    expect(rig.asked.filter((each) => each === "renew")).toHaveLength(1);
    await rig.pass(10);
    expect(rig.asked.filter((each) => each === "renew")).toHaveLength(1);
    expect(rig.player.state.phase).toBe("playing");
  });

  test("unplugged falls silent at once and stays so, whatever the system does, until a touch", async () => {
    const rig = await started();
    rig.unplug();
    expect(rig.asked).toContain("drop");
    expect(rig.asked).toContain("anchor off");
    for (const state of ["suspended", "running", "interrupted", "running"] as const) {
      rig.system(state);
      await settle();
      expect(rig.player.state.phase).toBe("paused");
    }
    await rig.pass(300);
    expect(rig.player.state.phase).toBe("paused");
    rig.player.resume();
    await settle();
    expect(rig.player.state.phase).toBe("playing");
  });

  test("a call gives the sound back by itself", async () => {
    const rig = await started();
    rig.system("interrupted");
    expect(rig.player.state.phase).toBe("paused");
    rig.system("running");
    await settle();
    expect(rig.player.state.phase).toBe("playing");
  });

  test("a call that outlasts the night is not followed by sound, though no timer has told of the end", async () => {
    const rig = await started();
    rig.system("interrupted");
    // A hidden page's timers may come a minute late.
    rig.now += 9 * 3_600_000;
    rig.system("running");
    await settle();
    expect(rig.player.state.phase).toBe("ended");
    expect(rig.running).toBe(false);
  });

  test("frozen past its end is over within a second of JavaScript running again, the anchor too", async () => {
    const rig = await started();
    // Nothing runs for nine hours; the audio clock stood still with it.
    rig.freeze(true);
    rig.now += 9 * 3_600_000;
    await rig.pass(1);
    expect(rig.player.state.phase).toBe("ended");
    expect(rig.asked).toContain("anchor off");
    expect(rig.running).toBe(false);
  });

  test("frozen for an hour of a long night is planned anew from the wall clock", async () => {
    const rig = new Rig();
    await rig.player.begin(bedRequest({ timer: { minutes: 300 } }));
    await rig.pass(60);
    rig.freeze(true);
    rig.now += 3_600_000;
    rig.freeze(false);
    await rig.pass(2);
    const left = ((rig.player.state.deadline ?? 0) - rig.now) / 1000;
    expect((rig.endings.at(-1)?.deadlineSeconds ?? 0) - rig.seconds).toBeCloseTo(left, 0);
    expect(left).toBeCloseTo(300 * 60 - 3600 - 62, -1);
  });
});
