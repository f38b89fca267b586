import { describe, expect, test } from "vitest";
import { curveAt } from "../../../src/engine/curve.ts";
import { endingCurve } from "../../../src/engine/fades.ts";
import type { Fault } from "./faults.ts";
import { type HeardNight, judge, troubles } from "./judge.ts";

const RATE = 48_000;
const HOP = 512;
const NIGHT_SECONDS = 100;
const FADE_SECONDS = 40;
/** The weighted power of -30 LUFS. */
const FULL = 10 ** ((-30 + 0.691) / 10);

const seconds = (index: number) => (index * HOP) / RATE;

/** A night as it should be: full, its fade, silence. @param gain what else is done to it, linear by night second */
function night(fault: Fault, gain: (atSeconds: number) => number = () => 1): HeardNight {
  const curve = endingCurve({ deadlineSeconds: NIGHT_SECONDS, fadeSeconds: FADE_SECONDS });
  const count = Math.floor(((NIGHT_SECONDS + 8) * RATE) / HOP);
  const gains = Array.from(
    { length: count },
    (_, index) => curveAt(curve, seconds(index)) * gain(seconds(index)),
  );
  return {
    heard: [
      {
        sampleRate: RATE,
        frames: gains.map((_, index) => index * HOP),
        peaks: gains.map((each) => each * 0.08),
        powers: gains.map((each) => each ** 2 * FULL),
        heardMs: gains.map((_, index) => seconds(index) * 1000 + 5),
      },
    ],
    beganMs: 0,
    deadlineMs: NIGHT_SECONDS * 1000,
    fadeSeconds: FADE_SECONDS,
    mixLufs: -30,
    faults: [{ ...fault, fromMs: fault.atSeconds * 1000, untilMs: (fault.atSeconds + fault.seconds) * 1000 }],
  };
}

function found(fault: Fault, gain?: (atSeconds: number) => number): readonly string[] {
  return judge(night(fault, gain)).flatMap(troubles);
}

const blocked: Fault = { kind: "blocked", atSeconds: 30, seconds: 5 };
const suspended: Fault = { kind: "suspended", atSeconds: 30, seconds: 5 };
/** Away from 30 s, and back within five seconds from 35 s on. */
const heldAndBack = (at: number) => (at < 30 ? 1 : at < 35 ? 0 : Math.min(1, 10 ** ((at - 40) * 0.25)));

describe("a night is judged", () => {
  test("well where it keeps to its fade", () => {
    expect(found(blocked)).toEqual([]);
    expect(found(suspended, heldAndBack)).toEqual([]);
  });

  test("badly where it is louder than planned", () => {
    expect(found(blocked, (at) => (at > 70 && at < 72 ? 2 : 1))[0]).toMatch(/5\.\d dB too loud/);
  });

  test("badly where it is silent before its time, or does not come back", () => {
    expect(found(blocked, (at) => (at > 50 ? 0 : 1))[0]).toMatch(/dB too quiet/);
    expect(found(blocked, heldAndBack)[0]).toMatch(/dB too quiet/);
    expect(found(suspended, (at) => (at < 30 ? 1 : 0))[0]).toMatch(/dB too quiet/);
  });

  test("badly where it comes back too fast", () => {
    expect(found(suspended, (at) => (at > 30 && at < 35 ? 0 : 1))).toContainEqual(
      expect.stringMatching(/^rises/),
    );
  });

  test("badly where it is heard after its end", () => {
    const late = night(blocked);
    const peaks = late.heard[0]?.peaks.map((peak, index) => (seconds(index) > 103 ? 0.01 : peak)) ?? [];
    const [levels] = late.heard;
    if (!levels) throw new Error("nothing heard");
    expect(judge({ ...late, heard: [{ ...levels, peaks }] }).flatMap(troubles)[0]).toMatch(
      /heard 8\.0 s after/,
    );
  });

  test("badly where its clock stood still though nothing had taken it", () => {
    const whole = night(blocked);
    const [levels] = whole.heard;
    if (!levels) throw new Error("nothing heard");
    const heardMs = levels.heardMs.map((ms) => (ms > 45_000 ? ms + 3000 : ms));
    expect(judge({ ...whole, heard: [{ ...levels, heardMs }] }).flatMap(troubles)).toContainEqual(
      expect.stringMatching(/no sound for 3\.\d s/),
    );
  });

  test("by when the sound was let out, though JavaScript heard of it late", () => {
    const whole = night(blocked);
    const [levels] = whole.heard;
    if (!levels) throw new Error("nothing heard");
    const heardMs = levels.heardMs.map((ms) => (ms > 96_000 && ms < 104_000 ? 104_000 : ms));
    expect(judge({ ...whole, heard: [{ ...levels, heardMs }] }).flatMap(troubles)).toEqual([]);
  });
});
