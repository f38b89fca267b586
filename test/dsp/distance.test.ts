import { describe, expect, it } from "vitest";
import { Distance } from "../../src/dsp/distance.ts";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";
import { rms } from "../helper/levels.ts";
import { gainsDb } from "./response.ts";

const RATE = 48_000;
const FOREST = { airHz: 6000, tailSeconds: 0.5, tailDb: 0 };

const PITCHES_HZ = [220, 370, 520, 760, 845, 910, 1210];

type Signal = (frame: number) => readonly [number, number];

/** What is heard of a signal over [fromFrame, toFrame). */
function heard(distance: Distance, signal: Signal, fromFrame: number, toFrame: number) {
  const sides = [new Float64Array(toFrame - fromFrame), new Float64Array(toFrame - fromFrame)] as const;
  const block = [new Float64Array(BLOCK_FRAMES), new Float64Array(BLOCK_FRAMES)] as const;
  for (let frame = fromFrame; frame < toFrame; frame += BLOCK_FRAMES) {
    for (let i = 0; i < BLOCK_FRAMES; i++) [block[0][i], block[1][i]] = signal(frame + i);
    distance.process(...block, frame);
    for (const side of [0, 1] as const) sides[side].set(block[side], frame - fromFrame);
  }
  return sides;
}

const click: Signal = (frame) => (frame === 0 ? [1, 1] : [0, 0]);

describe("distance", () => {
  it("leaves a tail that falls by 60 dB in its time, unlike in either ear, and then nothing at all", () => {
    const [left, right] = heard(new Distance(1, RATE, FOREST), click, 0, 2 * RATE);
    const level = (from: number, to: number) => 20 * Math.log10(rms(left.subarray(from * RATE, to * RATE)));
    const fallPerSecond = (level(0.05, 0.15) - level(0.35, 0.45)) / 0.3;
    expect(fallPerSecond).toBeGreaterThan(100);
    expect(fallPerSecond).toBeLessThan(150);
    expect(left.subarray(0.55 * RATE).every((sample) => sample === 0)).toBe(true);
    const [a, b] = [left.subarray(0.01 * RATE, 0.5 * RATE), right.subarray(0.01 * RATE, 0.5 * RATE)];
    const product = a.reduce((sum, sample, i) => sum + sample * (b[i] ?? 0), 0) / a.length;
    expect(Math.abs(product / (rms(a) * rms(b)))).toBeLessThan(0.2);
  });

  it("hears every pitch about equally in the tail, and the tail as loud as it was asked", () => {
    for (const tailDb of [-10, 0]) {
      const sides = heard(new Distance(2, RATE, { ...FOREST, tailDb }), click, 0, RATE);
      // The tail alone: without the direct sound's first moments.
      for (const side of sides) side.fill(0, 0, 24);
      const gains = sides.map((side) => gainsDb((samples) => samples.set(side), PITCHES_HZ, RATE));
      const levels = PITCHES_HZ.map((_, i) => {
        const powers = gains.map((side) => 10 ** ((side[i] ?? 0) / 10));
        return 10 * Math.log10(powers.reduce((sum, power) => sum + power / 2, 0));
      });
      const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
      expect(Math.abs(mean - tailDb)).toBeLessThan(2);
      for (const level of levels) expect(Math.abs(level - mean)).toBeLessThan(5);
    }
  });

  it("is the same to the last bit from any start, once the tail has filled", () => {
    const tone: Signal = (frame) => [Math.sin(frame * 0.1), Math.sin(frame * 0.013) * Math.sin(frame * 0.3)];
    for (const rate of [44_100, 96_000]) {
      const begin = -500 * BLOCK_FRAMES;
      const [left] = heard(new Distance(3, rate, FOREST), tone, -1000 * BLOCK_FRAMES, 12_800);
      const [again] = heard(new Distance(3, rate, FOREST), tone, begin, 12_800);
      expect(again.subarray(-begin)).toEqual(left.subarray(1000 * BLOCK_FRAMES));
    }
  });

  it("is silent after silence, and wakes up as one that never slept", () => {
    const late: Signal = (frame) => click(frame - 3 * RATE);
    const [left] = heard(
      new Distance(4, RATE, FOREST),
      (frame) => (frame < RATE ? [1, -1] : late(frame)),
      0,
      4 * RATE,
    );
    const [fresh] = heard(new Distance(4, RATE, FOREST), late, 2 * RATE, 4 * RATE);
    expect(left.subarray(2 * RATE)).toEqual(fresh);
  });
});
