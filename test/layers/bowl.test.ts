import { describe, expect, it } from "vitest";
import { bowl } from "../../sounds/layers/tone/bowl.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { intervals, variation } from "../helper/events.ts";
import { strongestTones } from "../helper/tones.ts";
import { powers, strikesSeconds, WINDOW_SECONDS } from "./strikes.ts";

const RATE = 8000;
const PITCH_HZ = 147;

function render(params: Record<string, number>, seconds: number, seed = 1) {
  return renderLayer(bowl, { sampleRate: RATE, seed, frames: seconds * RATE, params });
}

/** One strike at a time, each left to ring. */
const single = render({ gapSeconds: 23, softness: 0 }, 100);
const [struck = 0] = strikesSeconds(single, RATE);
const usual = render({}, 200);

function toneAt(hz: number, fromSeconds: number, seconds: number) {
  const [left] = single.map((channel) =>
    channel.subarray(Math.round(fromSeconds * RATE), Math.round((fromSeconds + seconds) * RATE)),
  );
  return strongestTones(left ?? new Float32Array(0), RATE, 1, { fromHz: hz - 15, toHz: hz + 15 })[0];
}

describe("the singing bowl", () => {
  it("has modes at 1 : 2.75 : 5.2 : 8.2, the high ones softer and gone first", () => {
    const modes = [1, 2.75, 5.2, 8.2].map((ratio) => {
      const hz = ratio * PITCH_HZ;
      const early = toneAt(hz, struck + 0.3, 2);
      expect(Math.abs((early?.hz ?? 0) - hz)).toBeLessThan(1.1);
      return { early: early?.amplitude ?? 0, later: toneAt(hz, struck + 5.3, 2)?.amplitude ?? 0 };
    });
    for (const [index, { early, later }] of modes.entries()) {
      const below = modes[index - 1];
      if (!below) continue;
      expect(early).toBeLessThan(below.early);
      expect(later / early).toBeLessThan(below.later / below.early);
    }
  });

  it("rings for 40 s until it has fallen by 60 dB, without a beat in the power of both ears", () => {
    const levels = powers(single, RATE).map((power) => 10 * Math.log10(power));
    const at = (seconds: number) => levels[Math.round((struck + seconds) / WINDOW_SECONDS)] ?? 0;
    for (const seconds of [5, 8, 11, 14]) expect(at(seconds) - at(seconds + 4)).toBeCloseTo(6, 0);
  });

  it("beats slowly in either ear: each mode is two, 0.3 to 2 Hz apart", () => {
    const [left] = single.map((channel) => channel.subarray((struck + 2) * RATE, (struck + 18) * RATE));
    const tones = strongestTones(left ?? new Float32Array(0), RATE, 1, { fromHz: 140, toHz: 154 });
    const offHz = Math.abs((tones[0]?.hz ?? 0) - PITCH_HZ);
    expect(offHz).toBeGreaterThan(0.1);
    expect(offHz).toBeLessThan(1);
  });

  it("is struck as often as asked for, in short phrases that leave it time to ring", () => {
    const usualGaps = intervals(strikesSeconds(usual, RATE));
    expect(mean(usualGaps)).toBeGreaterThan(0.9 * 7.6);
    expect(mean(usualGaps)).toBeLessThan(1.1 * 7.6);
    expect(variation(usualGaps)).toBeGreaterThan(0.3);
    expect(Math.max(...usualGaps)).toBeGreaterThan(10);
    const gaps = intervals(strikesSeconds(single, RATE));
    expect(mean(gaps)).toBeGreaterThan(0.9 * 23);
    expect(mean(gaps)).toBeLessThan(1.1 * 23);
    expect(variation(gaps)).toBeGreaterThan(0.03);
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
