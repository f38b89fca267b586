import { describe, expect, it } from "vitest";
import { Automation } from "../../src/dsp/automation.ts";
import { PlannedPhase } from "../../src/dsp/planned-phase.ts";

const RATE = 48_000;
const glide = new Automation(
  {
    points: [
      { atSeconds: -5, value: 200 },
      { atSeconds: 5, value: 300 },
      { atSeconds: 20, value: 150 },
    ],
  },
  RATE,
);
const phaseOf = () => new PlannedPhase(RATE, (frame) => glide.at(frame), 0.25);

/** Distance on the circle, turns. */
function apart(a: number, b: number): number {
  const distance = Math.abs(a - b) % 1;
  return Math.min(distance, 1 - distance);
}

describe("planned phase", () => {
  it("is the same from anywhere as from the start, to the last bit", () => {
    const whole = phaseOf();
    const begin = -4 * RATE;
    for (let frame = begin; frame < 30 * RATE; frame += 128) {
      whole.read(frame);
      if (frame % (128 * 501) !== 0) continue;
      const alone = phaseOf();
      alone.read(frame);
      expect(alone.turns).toBe(whole.turns);
      expect(alone.rate).toBe(whole.rate);
    }
  });

  it("counts its whole turns on both sides of frame 0", () => {
    const whole = phaseOf();
    let before = Number.NaN;
    for (let frame = -4 * RATE; frame < 10 * RATE; frame += 128) {
      whole.read(frame);
      const turns = whole.cycle + whole.turns;
      if (!Number.isNaN(before)) expect(Math.abs(turns - before - 128 * whole.rate)).toBeLessThan(0.01);
      before = turns;
      if (frame % (128 * 501) !== 0) continue;
      const alone = phaseOf();
      alone.read(frame);
      expect(alone.cycle).toBe(whole.cycle);
    }
    whole.read(0);
    expect(whole.cycle + whole.turns).toBeCloseTo(0.25, 9);
  });

  it("runs on from block to block without a step, forwards through zero", () => {
    const phase = phaseOf();
    phase.read(-4 * RATE - 128);
    for (let frame = -4 * RATE; frame < 25 * RATE; frame += 128) {
      const expected = phase.turns + 128 * (phase.rate + 64 * phase.slope);
      phase.read(frame);
      expect(apart(phase.turns, expected)).toBeLessThan(1e-8);
    }
  });

  it("is the integral of the plan", () => {
    const phase = phaseOf();
    const steady = new PlannedPhase(RATE, () => 220.125, 0);
    const frame = 1000 * 128;
    phase.read(frame);
    steady.read(frame);
    let turns = 0.25;
    for (let at = 0; at < frame; at++) turns += (glide.at(at) + glide.at(at + 1)) / 2 / RATE;
    expect(apart(phase.turns, turns)).toBeLessThan(0.002);
    expect(apart(steady.turns, (220.125 * frame) / RATE)).toBeLessThan(1e-6);
  });

  it("has its start phase at frame 0", () => {
    const phase = phaseOf();
    phase.read(0);
    expect(phase.turns).toBe(0.25);
  });

  it("does not step when the plan is changed under it, past and all", () => {
    let hz = 220;
    const phase = new PlannedPhase(RATE, () => hz, 0);
    phase.read(100 * RATE);
    const before = 100 * RATE;
    let worst = 0;
    for (let frame = before + 128; frame < before + 4 * RATE; frame += 128) {
      const expected = phase.turns + 128 * (phase.rate + 64 * phase.slope);
      if (frame > before + RATE) hz = 330;
      phase.read(frame);
      worst = Math.max(worst, apart(phase.turns, expected));
    }
    expect(worst).toBeLessThan(1e-8);
    expect(phase.rate * RATE).toBeCloseTo(330, 6);
  });
});
