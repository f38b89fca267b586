import { describe, expect, it } from "vitest";
import { Whistle } from "../../src/dsp/whistle.ts";
import { peak, rms } from "../helper/levels.ts";
import { strongestTones } from "../helper/tones.ts";

const RATE = 48_000;

function whistle(settings: Partial<Whistle>): Float64Array {
  const call = new Whistle();
  Object.assign(call, { seconds: 0.5, attackSeconds: 0.05, releaseSeconds: 0.05, ...settings });
  const out = new Float64Array(RATE);
  const length = call.write(out, RATE);
  expect(length).toBe(RATE / 2);
  expect(out.subarray(length).every((sample) => sample === 0)).toBe(true);
  return out.subarray(0, length);
}

describe("a whistle", () => {
  it("glides from its first pitch to its last, bent between, and peaks near 1", () => {
    const call = whistle({ fromHz: 1000, toHz: 2000, arcHz: 300 });
    const hzNear = (seconds: number) => {
      const part = call.subarray((seconds - 0.02) * RATE, (seconds + 0.02) * RATE);
      return strongestTones(part, RATE, 1, { fromHz: 500, toHz: 4000 })[0]?.hz ?? 0;
    };
    expect(Math.abs(hzNear(0.1) - (1200 + 192))).toBeLessThan(30);
    expect(Math.abs(hzNear(0.25) - (1500 + 300))).toBeLessThan(30);
    expect(Math.abs(hzNear(0.4) - (1800 + 192))).toBeLessThan(30);
    expect(peak(call)).toBeCloseTo(1, 1);
  });

  it("has partials as strong as they were asked, at every pitch the same multiples", () => {
    const call = whistle({ fromHz: 900, toHz: 900, second: 0.3, third: 0.2, fourth: 0.1 });
    const tones = strongestTones(call.subarray(4000, 20_000), RATE, 4, { fromHz: 400, toHz: 6000 });
    expect(tones.map(({ hz }) => Math.round(hz))).toEqual([900, 1800, 2700, 3600]);
    for (const [i, amplitude] of [1, 0.3, 0.2, 0.1].entries()) {
      expect(tones[i]?.amplitude).toBeCloseTo(amplitude, 2);
    }
  });

  it("begins and ends in silence, and is cut in pulses by its tremolo", () => {
    const call = whistle({ tremoloHz: 20, tremoloDepth: 1 });
    expect(Math.abs(call[0] ?? 1)).toBe(0);
    expect(peak(call.subarray(-50))).toBeLessThan(0.01);
    for (const pulse of [3, 4, 5]) {
      const between = call.subarray((pulse / 20) * RATE - 100, (pulse / 20) * RATE + 100);
      const middle = call.subarray(((pulse + 0.5) / 20) * RATE - 100, ((pulse + 0.5) / 20) * RATE + 100);
      expect(rms(between)).toBeLessThan(0.05 * rms(middle));
    }
  });

  it("never steps where its pitch is reckoned anew", () => {
    const call = whistle({ fromHz: 700, toHz: 1100, arcHz: -100, vibratoHz: 6, vibratoReachHz: 20 });
    // A step would show in the second difference, which for a sine is (2 pi f / rate)^2 at most.
    let largest = 0;
    for (let i = 2; i < call.length; i++) {
      largest = Math.max(largest, Math.abs((call[i] ?? 0) - 2 * (call[i - 1] ?? 0) + (call[i - 2] ?? 0)));
    }
    expect(largest).toBeLessThan(1.1 * ((2 * Math.PI * 1120) / RATE) ** 2);
  });
});
