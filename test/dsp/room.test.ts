import { describe, expect, it } from "vitest";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";
import { Room } from "../../src/dsp/room.ts";
import { rms } from "../helper/levels.ts";
import { gainsDb } from "./response.ts";

const RATE = 48_000;

type Voice = (frame: number) => number;

/** What comes back, in both ears, of a voice that both hear alike, over [fromFrame, toFrame). */
function answer(voice: Voice, fromFrame: number, toFrame: number, rate = RATE) {
  const room = new Room(rate);
  const sides = [new Float32Array(toFrame - fromFrame), new Float32Array(toFrame - fromFrame)] as const;
  const block = new Float32Array(BLOCK_FRAMES);
  for (let frame = fromFrame; frame < toFrame; frame += BLOCK_FRAMES) {
    for (let i = 0; i < BLOCK_FRAMES; i++) block[i] = voice(frame + i);
    const at = frame - fromFrame;
    const [left, right] = sides.map((side) => side.subarray(at, at + BLOCK_FRAMES));
    if (left && right) room.process(block, block, left, right, frame);
  }
  return sides;
}

const click: Voice = (frame) => (frame === 0 ? 1 : 0);

describe("the room a narrator speaks in", () => {
  it("answers after 12 ms, falls by 60 dB in a second, and then is quite silent", () => {
    for (const side of answer(click, 0, 2 * RATE)) {
      const db = (from: number, to: number) => 20 * Math.log10(rms(side.subarray(from * RATE, to * RATE)));
      expect(side.findIndex((sample) => sample !== 0) / RATE).toBeCloseTo(0.012, 4);
      // 0.8 to 1.5 s for 60 dB.
      const perSecond = (db(0.05, 0.25) - db(0.55, 0.75)) / 0.5;
      expect(perSecond).toBeGreaterThan(40);
      expect(perSecond).toBeLessThan(75);
      expect(side.subarray(1.02 * RATE).every((sample) => sample === 0)).toBe(true);
    }
  });

  it("is 20 dB below the voice at every pitch it has, and softer above 5 kHz", () => {
    const sides = answer(click, 0, RATE);
    /** Mean power of both ears around a pitch. */
    const levelDb = (hz: number) => {
      const pitches = Array.from({ length: 24 }, (_, i) => hz * 2 ** (i / 24 - 0.5));
      const powers = sides.flatMap((side) =>
        gainsDb((samples) => samples.set(side.subarray(0, samples.length)), pitches, RATE).map(
          (db) => 10 ** (db / 10),
        ),
      );
      return 10 * Math.log10(powers.reduce((sum, power) => sum + power, 0) / powers.length);
    };
    for (const hz of [125, 250, 500, 1000, 2000]) expect(Math.abs(levelDb(hz) + 20)).toBeLessThan(1);
    expect(levelDb(10_000)).toBeLessThan(-25);
  });

  it("is different in either ear, and no echo comes again and again", () => {
    const [left, right] = answer(click, 0, RATE).map((side) =>
      side.map((sample, i) => sample * 10 ** ((3 * i) / RATE)),
    );
    if (!left || !right) throw new Error("two ears");
    const product = (a: Float32Array, b: Float32Array, lag: number) => {
      let sum = 0;
      for (let i = 0; i + lag < a.length; i++) sum += (a[i] ?? 0) * (b[i + lag] ?? 0);
      return sum / Math.sqrt(a.length * rms(a) ** 2 * b.length * rms(b) ** 2);
    };
    expect(Math.abs(product(left, right, 0))).toBeLessThan(0.1);
    // From half a millisecond to 50, all lags.
    const again = Array.from({ length: 2376 }, (_, i) => Math.abs(product(left, left, 24 + i)));
    expect(Math.max(...again)).toBeLessThan(0.05);
  });

  it("is the same to the last bit from any start, once a second has passed", () => {
    const hum: Voice = (frame) => Math.sin(frame * 0.1) * Math.sin(frame * 0.0013);
    for (const rate of [44_100, 48_000]) {
      const early = -800 * BLOCK_FRAMES;
      const [long] = answer(hum, 2 * early, 6400, rate);
      const [late] = answer(hum, early, 6400, rate);
      expect(late?.subarray(-early)).toEqual(long?.subarray(-2 * early));
    }
  });

  it("wakes after silence as one that never slept", () => {
    const twice: Voice = (frame) => click(frame - 3 * RATE) + (frame < RATE ? Math.sin(frame) : 0);
    const [woken] = answer(twice, 0, 4 * RATE);
    const [fresh] = answer(twice, 2 * RATE, 4 * RATE);
    expect(woken?.subarray(2.1 * RATE)).toEqual(fresh?.subarray(0.1 * RATE));
  });
});
