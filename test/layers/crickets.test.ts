import { describe, expect, it } from "vitest";
import { crickets } from "../../sounds/layers/nature/crickets.ts";
import { CricketChorus, chirpRate, chirpSeconds, cricketHz } from "../../src/dsp/cricket-chorus.ts";
import { GrainBuffer } from "../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { intervals, variation } from "../helper/events.ts";
import { onsetsSeconds } from "../helper/onsets.ts";
import { strongestTones } from "../helper/tones.ts";

const RATE = 48_000;

/** When each male's chirps begin, seconds. */
function chirps(seed: number, temperatureC: number, seconds: number): readonly number[][] {
  const chorus = new CricketChorus(seed, RATE, () => temperatureC);
  chorus.temperatureC = temperatureC;
  chorus.males = 5;
  const into = new GrainBuffer(chirpSeconds(13), RATE);
  const times: number[][] = [[], [], [], [], []];
  for (let frame = 0; frame < seconds * RATE; frame += BLOCK_FRAMES) {
    const count = chorus.write(into, frame);
    for (let i = 0; i < count; i++) times[chorus.male[i] ?? 0]?.push((chorus.startFrame[i] ?? 0) / RATE);
  }
  return times;
}

describe("crickets", () => {
  it("follow Dolbear's law: in proportion to the temperature above 4 C, 2.8 to 3.1 chirps a second at 25 C", () => {
    expect(chirpRate(25)).toBeGreaterThan(2.8);
    expect(chirpRate(25)).toBeLessThan(3.1);
    expect(chirpRate(14.5)).toBeCloseTo(chirpRate(25) / 2, 9);
    for (const temperatureC of [15, 25]) {
      for (const times of chirps(1, temperatureC, 60)) {
        expect(Math.abs(times.length / 60 / chirpRate(temperatureC) - 1)).toBeLessThan(0.03);
      }
    }
  });

  it("chirp steadily and together: periods vary by less than 5 %, neighbours within a fifth of one", () => {
    const [first = [], ...others] = chirps(2, 25, 60);
    const period = 1 / chirpRate(25);
    expect(variation(intervals(first))).toBeGreaterThan(0.005);
    for (const times of [first, ...others]) expect(variation(intervals(times))).toBeLessThan(0.05);
    for (const times of others) {
      const apart = times.map((time) => Math.min(...first.map((other) => Math.abs(other - time))));
      expect(apart.filter((gap) => gap > 0.2 * period).length).toBeLessThan(3);
    }
  });

  it("sing at 2.7 kHz at 25 C, 0.08 kHz lower for each degree less", () => {
    for (const temperatureC of [15, 25]) {
      const params = { temperatureC, males: 3, distance: 0 };
      const [left] = renderLayer(crickets, { sampleRate: RATE, seed: 3, frames: 2 * RATE, params });
      const [tone] = strongestTones(left, RATE, 1, { fromHz: 1000, toHz: 4000 });
      expect(Math.abs((tone?.hz ?? 0) / (2700 + 80 * (temperatureC - 25)) - 1)).toBeLessThan(0.03);
      expect(cricketHz(temperatureC)).toBe(2700 + 80 * (temperatureC - 25));
    }
  });

  it("pulse 52 times a second at 25 C, in twos and threes", () => {
    const chorus = new CricketChorus(4, RATE, () => 25);
    chorus.males = 1;
    const into = new GrainBuffer(chirpSeconds(13), RATE);
    const sides = [new Float64Array(4 * RATE), new Float64Array(4 * RATE)] as const;
    for (let frame = 0; frame + BLOCK_FRAMES <= 4 * RATE; frame += BLOCK_FRAMES) {
      chorus.write(into, frame);
      const block = sides.map((side) => side.subarray(frame, frame + BLOCK_FRAMES));
      into.take(block[0] ?? sides[0], block[1] ?? sides[1], frame);
    }
    const gaps = intervals(onsetsSeconds(sides[0], RATE, -18, 0.004));
    const within = gaps.filter((gap) => gap < 0.024);
    const between = gaps.filter((gap) => gap > 0.024 && gap < 0.06);
    const mean = within.reduce((sum, gap) => sum + gap, 0) / within.length;
    expect(Math.abs(52 * mean - 1)).toBeLessThan(0.06);
    expect(within.length / (within.length + between.length)).toBeGreaterThan(0.6);
    expect(between.length).toBeGreaterThan(10);
  });
});
