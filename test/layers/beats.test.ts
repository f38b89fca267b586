import { describe, expect, it } from "vitest";
import { beats } from "../../sounds/layers/tone/beats.ts";
import type { AutomationPlan } from "../../src/dsp/automation.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { crestDb, rms } from "../helper/levels.ts";
import { binauralBeatHz, carrierHz, monauralBeatHz, pulseHz, strongestTones } from "../helper/tones.ts";

const RATE = 48_000;

function render(params: Record<string, number | AutomationPlan>, seconds = 10, fromSeconds = 0) {
  const fromFrame = Math.round((fromSeconds * RATE) / 128) * 128;
  return renderLayer(beats, { sampleRate: RATE, seed: 1, fromFrame, frames: seconds * RATE, params });
}

describe("binaural beats", () => {
  it("send half a beat under the carrier to the left and over it to the right, within 0.01 Hz", () => {
    for (const [carrier, beat] of [
      [220, 10],
      [151.3, 1],
      [450, 29.7],
    ] as const) {
      const [left, right] = render({ carrierHz: carrier, beatHz: beat }, 8);
      expect(Math.abs(carrierHz(left, RATE) - (carrier - beat / 2))).toBeLessThan(0.01);
      expect(Math.abs(carrierHz(right, RATE) - (carrier + beat / 2))).toBeLessThan(0.01);
      expect(Math.abs(binauralBeatHz(left, right, RATE) - beat)).toBeLessThan(0.01);
    }
  });

  it("keep each tone from the other ear by 90 dB", () => {
    const [left, right] = render({}, 8);
    for (const [own, other, hz] of [
      [left, right, 215],
      [right, left, 225],
    ] as const) {
      const range = { fromHz: hz - 1, toHz: hz + 1 };
      const [tone] = strongestTones(own, RATE, 1, range);
      const [leak] = strongestTones(other, RATE, 1, range);
      expect(20 * Math.log10((leak?.amplitude ?? 1) / (tone?.amplitude ?? 0))).toBeLessThan(-90);
    }
  });

  it("glide by the same factor each minute, and end where they should", () => {
    const glide = { beatHz: 10, glideToHz: 2, glideMinutes: 40 };
    const beatAt = (minutes: number) => {
      const [left, right] = render(glide, 4, minutes * 60 - 2);
      return binauralBeatHz(left, right, RATE);
    };
    expect(beatAt(20)).toBeCloseTo(Math.sqrt(20), 1);
    expect(beatAt(10)).toBeCloseTo(10 * 0.2 ** 0.25, 1);
    expect(beatAt(45)).toBeCloseTo(2, 2);
  });

  it("follow a plan too", () => {
    const plan: AutomationPlan = {
      points: [
        { atSeconds: 0, value: 12 },
        { atSeconds: 10, value: 4 },
      ],
    };
    const [left, right] = render({ beatHz: plan }, 10, 15);
    expect(binauralBeatHz(left, right, RATE)).toBeCloseTo(4, 2);
  });
});

describe("monaural beats", () => {
  it("are two tones in both ears alike", () => {
    const [left, right] = render({ mode: 1, beatHz: 6 }, 20);
    expect(left).toEqual(right);
    expect(Math.abs(monauralBeatHz(left, RATE) - 6)).toBeLessThan(0.01);
  });
});

describe("isochronic beats", () => {
  it("pulse the carrier at the beat, by a raised cosine of the depth asked for", () => {
    for (const depth of [0.5, 0.7]) {
      const [left, right] = render({ mode: 2, beatHz: 8, depth });
      expect(left).toEqual(right);
      expect(Math.abs(carrierHz(left, RATE) - 220)).toBeLessThan(0.01);
      expect(pulseHz(left, RATE)).toBeCloseTo(8, 1);
      const tones = strongestTones(left, RATE, 3, { fromHz: 200, toHz: 240 });
      const [carrier, side] = tones.map((tone) => tone.amplitude);
      // 1 - d/2 + (d/2) cos: each sideband has d/4 where the carrier has 1 - d/2, and there are no others.
      expect((side ?? 0) / (carrier ?? 1)).toBeCloseTo(depth / 4 / (1 - depth / 2), 2);
      const [more] = strongestTones(left, RATE, 1, { fromHz: 233, toHz: 239 });
      expect(20 * Math.log10((more?.amplitude ?? 1) / (carrier ?? 1))).toBeLessThan(-60);
    }
  });
});

it("every kind of beat is equally strong", () => {
  const levels = [0, 1, 2].map((mode) => rms(render({ mode })[0]));
  for (const level of levels) expect(20 * Math.log10(level / (levels[0] ?? 1))).toBeCloseTo(0, 1);
  expect(crestDb(render({})[0])).toBeCloseTo(3.01, 1);
});
