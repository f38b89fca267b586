import { describe, expect, it } from "vitest";
import { breathTone } from "../../src/dsp/breath-tone.ts";
import { BREATH_TONE } from "../../src/dsp/breath-tone-identity.ts";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";
import { integratedLufs, momentaryLufs } from "../../src/dsp/loudness.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { swellPlan } from "../../src/engine/swell.ts";
import type { BreathPattern } from "../../src/session/schema.ts";
import { clickiness } from "../helper/clicks.ts";
import { findSnippet } from "../helper/find-snippet.ts";
import { BED_RISE_SECONDS, referenceBed } from "../helper/reference-bed.ts";
import { mix } from "../helper/signals.ts";
import { eventOverBedDb, steepestRise } from "../helper/startle.ts";
import { iacc, monoLossDb } from "../helper/stereo.ts";
import { strongestTones } from "../helper/tones.ts";
import { welch } from "../helper/welch.ts";

const RATE = 48000;

describe("the breath tone", () => {
  const [left, right] = breathe([4, 0, 6, 0], 60);

  it("sounds at -34 LUFS while breathing 4 in, 6 out, whatever the seed and the rate", () => {
    expect(integratedLufs([left, right], RATE)).toBeCloseTo(BREATH_TONE.loudnessLufs, 0);
    expect(breathTone.loudnessLufs).toBe(BREATH_TONE.loudnessLufs);
    const other = breathe([4, 0, 6, 0], 30, 2, 44100);
    expect(Math.abs(integratedLufs(other, 44100) - BREATH_TONE.loudnessLufs)).toBeLessThan(0.5);
  });

  it("rises by about 6 dB while breathing in, and falls again", () => {
    const levels = momentaryLufs([left, right], RATE, 0.1);
    const at = (seconds: number) => levels[Math.round((seconds - 0.2) * 10)] ?? 0;
    for (const breath of [10, 20, 30]) {
      expect(at(breath + 3) - at(breath + 0.5)).toBeGreaterThan(4);
      expect(at(breath + 3) - at(breath + 0.5)).toBeLessThan(9);
      expect(at(breath + 5) - at(breath + 9.3)).toBeGreaterThan(4);
    }
  });

  it("opens from 300 to 1200 Hz and closes again", () => {
    const [empty, full] = [hold(0), hold(1)].map((channel) => {
      const { binHz, density } = welch(channel, RATE, 8192);
      // Half the power of a second-order low-pass of noise lies under about 0.6 of its cutoff.
      return (hz: number) => (density[Math.round(hz / binHz)] ?? 0) / (density[Math.round(650 / binHz)] ?? 1);
    });
    expect(10 * Math.log10((full?.(1200) ?? 0) / (empty?.(1200) ?? 1))).toBeGreaterThan(4);
    expect(10 * Math.log10(full?.(1200) ?? 0)).toBeGreaterThan(-8);
  });

  it("climbs a fourth from empty to full", () => {
    const tones = [hold(0), hold(1)].map((channel) =>
      strongestTones(channel.subarray(0, 5 * RATE), RATE, 3, { fromHz: 90, toHz: 330 })
        .map(({ hz }) => hz)
        .sort((a, b) => a - b),
    );
    for (const [index, hz] of [110, 165, 220].entries()) {
      expect(Math.abs((tones[0]?.[index] ?? 0) - hz)).toBeLessThan(0.5);
      expect(Math.abs((tones[1]?.[index] ?? 0) - (hz * 4) / 3)).toBeLessThan(0.5);
    }
  });

  it("is steady and about 12 dB softer where the breath is held", () => {
    const levels = momentaryLufs(breathe([4, 7, 8, 4], 23), RATE, 0.1);
    const flowing = Math.max(...levels);
    for (const stretch of [levels.subarray(47, 100), levels.subarray(206, 217)]) {
      for (const level of stretch) expect(Math.abs(flowing - 12 - level)).toBeLessThan(3);
    }
  });

  it("lingers longer after breathing out than it is heard before breathing in", () => {
    const levels = momentaryLufs(breathe([4, 4, 4, 4], 80), RATE, 0.1);
    const mean = (since: number) =>
      [16, 32, 48, 64].reduce((sum, at) => sum + (levels[Math.round((at + since - 0.2) * 10)] ?? 0) / 4, 0);
    expect(mean(11)).toBeGreaterThan(mean(1) + 1.5);
    expect(mean(12)).toBeGreaterThan(mean(0) + 1.5);
  });

  it("turns steps of its level into edges of 160 ms", () => {
    const level = {
      points: [0, 1, 1, 0].map((value, index) => ({ atSeconds: [1, 1.0001, 2, 2.0001][index] ?? 0, value })),
    };
    const render = (params: { level: number | typeof level }) =>
      renderLayer(breathTone, { sampleRate: RATE, seed: 1, frames: 3 * RATE, params })[0];
    const [stepped, steady] = [render({ level }), render({ level: 1 })];
    const gains = Array.from(stepped, (sample, frame) => sample / (steady[frame] ?? 1));
    const isBetween = (from: number, to: number, test: (gain: number) => boolean) =>
      gains.slice(from * RATE, to * RATE).every(test);
    expect(isBetween(0, 0.915, (gain) => gain === 0)).toBe(true);
    expect(isBetween(1.085, 1.915, (gain) => Math.abs(gain - 1) < 1e-5)).toBe(true);
    expect(isBetween(2.085, 3, (gain) => gain === 0)).toBe(true);
    for (const [seconds, gain] of [
      [0.96, 0.09],
      [1, 0.5],
      [1.04, 0.91],
    ] as const) {
      expect(gains[Math.round(seconds * RATE)]).toBeCloseTo(gain, 1);
    }
    for (let frame = 0.9 * RATE; frame < 1.1 * RATE; frame += 128) {
      expect(Math.abs((gains[frame + 128] ?? 0) - (gains[frame] ?? 0))).toBeLessThan(0.04);
    }
  });

  it("has no click where the swell steps", () => {
    const swell = {
      points: [0, 1, 1, 0].map((value, index) => ({ atSeconds: [2, 2.0001, 4, 4.0001][index] ?? 0, value })),
    };
    const [stepped] = renderLayer(breathTone, {
      sampleRate: RATE,
      seed: 1,
      frames: 6 * RATE,
      params: { swell },
    });
    expect(clickiness(stepped, RATE, 0.01)).toBeLessThan(7);
    const cut = stepped.slice();
    cut.set(stepped.subarray(3 * RATE, 3.5 * RATE), RATE);
    expect(clickiness(cut, RATE, 0.01)).toBeGreaterThan(7);
  });

  it("startles nobody when it joins a bed", () => {
    const from = BED_RISE_SECONDS + 2;
    const tone = renderLayer(breathTone, {
      sampleRate: RATE,
      seed: 1,
      frames: (from + 12) * RATE,
      params: {
        swell: swellPlan([{ ...breath([4, 0, 6, 0]), atSeconds: from }]),
        level: {
          curve: "cosine",
          points: [
            { atSeconds: from - 0.3, value: 0 },
            { atSeconds: from, value: 1 },
          ],
        },
      },
    });
    const bed = referenceBed(from + 12, RATE);
    const both = bed.map((channel, side) => mix(channel, tone[side] ?? channel));
    expect(steepestRise(both, RATE).worst).toBeLessThanOrEqual(1);
    expect(eventOverBedDb(bed, both, RATE)).toBeLessThanOrEqual(6);
  });

  it("is wide in its noise, and loses nothing to speak of in mono", () => {
    expect(iacc(left, right, RATE, { fromHz: 700, toHz: 3000 })).toBeLessThan(0.3);
    expect(monoLossDb(left, right)).toBeLessThan(3.5);
  });

  it("renders any stretch like the whole, and is found in it at its place", () => {
    const params = { swell: swellPlan([breath([4, 0, 6, 0])]) };
    const begin = blocks(-1);
    const [whole] = renderLayer(breathTone, {
      sampleRate: RATE,
      seed: 5,
      params,
      fromFrame: begin,
      frames: blocks(14),
    });
    for (const seconds of [0, 3.3, 11.2]) {
      const fromFrame = blocks(seconds);
      const [part] = renderLayer(breathTone, {
        sampleRate: RATE,
        seed: 5,
        params,
        fromFrame,
        frames: blocks(1.5),
      });
      expectSame(part, whole.subarray(fromFrame - begin, fromFrame - begin + part.length));
      expect(findSnippet(whole, part.subarray(0, RATE / 2)).frame).toBe(fromFrame - begin);
    }
  });

  it("renders alike eight hours into the night, and differs by seed", () => {
    const params = { swell: swellPlan([breath([4, 0, 6, 0])]) };
    const fromFrame = blocks(8 * 3600);
    const [whole] = renderLayer(breathTone, {
      sampleRate: RATE,
      seed: 5,
      params,
      fromFrame,
      frames: blocks(2),
    });
    const [part] = renderLayer(breathTone, {
      sampleRate: RATE,
      seed: 5,
      params,
      fromFrame: fromFrame + blocks(1),
      frames: blocks(0.5),
    });
    expectSame(part, whole.subarray(blocks(1), blocks(1) + part.length));
    const [other] = renderLayer(breathTone, {
      sampleRate: RATE,
      seed: 6,
      params,
      fromFrame,
      frames: blocks(1),
    });
    expect(other.every((sample, frame) => sample === whole[frame])).toBe(false);
  });
});

function breath([inSeconds, holdSeconds, outSeconds, restSeconds]: BreathPattern) {
  return { atSeconds: 0, inSeconds, holdSeconds, outSeconds, restSeconds };
}

function breathe(
  pattern: BreathPattern,
  seconds: number,
  seed = 1,
  sampleRate = RATE,
): [Float32Array, Float32Array] {
  const params = { swell: swellPlan([breath(pattern)]) };
  return renderLayer(breathTone, { sampleRate, seed, frames: seconds * sampleRate, params });
}

/** The left channel with the breath held. */
function hold(swell: number): Float32Array {
  return renderLayer(breathTone, { sampleRate: RATE, seed: 1, frames: 10 * RATE, params: { swell } })[0];
}

function blocks(seconds: number): number {
  return Math.round((seconds * RATE) / BLOCK_FRAMES) * BLOCK_FRAMES;
}

/** Bit-identical. */
function expectSame(actual: Float32Array, expected: Float32Array): void {
  expect(actual.length).toBe(expected.length);
  expect(actual.findIndex((sample, frame) => !Object.is(sample, expected[frame]))).toBe(-1);
}
