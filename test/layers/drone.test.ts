import { describe, expect, it } from "vitest";
import { drone } from "../../sounds/layers/tone/drone.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { rms } from "../helper/levels.ts";
import { strongestTones } from "../helper/tones.ts";

/** Enough for what is asked here, and six times as fast as 48 kHz. */
const RATE = 8000;

function render(params: Record<string, number>, seconds: number, seed = 1) {
  return renderLayer(drone, {
    sampleRate: RATE,
    seed,
    frames: seconds * RATE,
    params: { rootHz: 55, ...params },
  });
}

describe("the drone", () => {
  it("has its root and the next three partials where they belong, to 0.02 Hz", () => {
    for (const rootHz of [55, 81.3]) {
      const [left, right] = render({ rootHz }, 16);
      const both = left.map((sample, frame) => sample + (right[frame] ?? 0));
      const tones = strongestTones(both, RATE, 4, { fromHz: 0.8 * rootHz, toHz: 4.2 * rootHz });
      const sorted = tones.map(({ hz }) => hz).sort((one, other) => one - other);
      for (const [index, hz] of sorted.entries()) {
        expect(Math.abs(hz - (index + 1) * rootHz)).toBeLessThan(0.02 * (index + 1));
      }
    }
  });

  it("beats slowly: a partial has a shadow 2 to 8 cents off, at the other ear", () => {
    const [, right] = render({}, 24);
    // Beside the octave itself, which is 0.17 Hz wide over 24 s.
    const besides = [
      { fromHz: 109, toHz: 109.82 },
      { fromHz: 110.18, toHz: 111 },
    ].flatMap((range) => strongestTones(right, RATE, 1, range));
    const [shadow] = besides.sort((a, b) => b.amplitude - a.amplitude);
    const cents = Math.abs(1200 * Math.log2((shadow?.hz ?? 0) / 110));
    expect(cents).toBeGreaterThan(2.85);
    expect(cents).toBeLessThan(8);
  });

  it("loses 6 dB an octave and more above 800 Hz, and is darker where it is calm", () => {
    const levelOf = (signal: Float32Array, hz: number) =>
      20 * Math.log10(strongestTones(signal, RATE, 1, { fromHz: hz - 8, toHz: hz + 8 })[0]?.amplitude ?? 0);
    const [usual] = render({}, 4);
    expect(levelOf(usual, 880) - levelOf(usual, 1760)).toBeGreaterThan(6);
    const [calm] = render(drone.macro.calm, 4);
    const [lively] = render(drone.macro.lively, 4);
    const brightness = (signal: Float32Array) => levelOf(signal, 880) - levelOf(signal, 110);
    expect(brightness(lively) - brightness(calm)).toBeGreaterThan(4);
  });

  it("moves when asked to, and keeps its level all the same", () => {
    const seconds = (movement: number) => {
      const [left] = render({ movement }, 60, 2);
      return Array.from(
        { length: 60 },
        (_, second) => 20 * Math.log10(rms(left.subarray(second * RATE, (second + 1) * RATE))),
      );
    };
    for (const levels of [seconds(0), seconds(1)]) {
      expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(4);
    }
  });
});
