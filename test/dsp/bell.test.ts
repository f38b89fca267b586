import { describe, expect, it } from "vitest";
import { BELL_SECONDS, renderBell } from "../../src/dsp/bell.ts";
import { tonalResidualDb } from "../helper/clicks.ts";
import { peak } from "../helper/levels.ts";
import { BED_RISE_SECONDS, referenceBed } from "../helper/reference-bed.ts";
import { mix } from "../helper/signals.ts";
import { eventOverBedDb, steepestRise } from "../helper/startle.ts";
import { strongestTones } from "../helper/tones.ts";
import { truePeakDb } from "../helper/true-peak.ts";

const RATE = 48000;
const seeds = [1, 2, 3, 4];
const bells = seeds.map((seed) => renderBell(RATE, { seed }));
const [[left, right] = renderBell(RATE, { seed: 1 })] = bells;

const bed = referenceBed(BED_RISE_SECONDS + BELL_SECONDS + 2, RATE);

describe("the bell", () => {
  it("peaks at -22.5 dBTP and is calm above 6 kHz", () => {
    for (const [l, r] of bells) {
      expect(20 * Math.log10(Math.max(peak(l), peak(r)))).toBeCloseTo(-22.5, 3);
      expect(tonalResidualDb(l, RATE)).toBeLessThan(-80);
    }
    expect(truePeakDb(left.subarray(0, RATE), right.subarray(0, RATE))).toBeCloseTo(-22.5, 1);
  });

  it("lifts a bed at -30 LUFS by 3 to 6 dB and startles nobody", () => {
    for (const channels of bells) {
      const struck = bed.map((channel, side) => {
        const at = new Float32Array(channel.length);
        at.set(channels[side] ?? left, (BED_RISE_SECONDS + 1) * RATE);
        return mix(channel, at);
      });
      const lift = eventOverBedDb(bed, struck, RATE);
      expect(lift).toBeLessThanOrEqual(6);
      expect(lift).toBeGreaterThan(3);
      expect(steepestRise(struck, RATE).worst).toBeLessThanOrEqual(1);
    }
  });

  it("comes over 40 ms, falls, and ends at zero", () => {
    const millisecond = RATE / 1000;
    expect(left[0]).toBe(0);
    expect(left.at(-1)).toBe(0);
    expect(left).toHaveLength(BELL_SECONDS * RATE);
    expect(peak(left.subarray(0, 5 * millisecond))).toBeLessThan(0.006);
    const seconds = Array.from({ length: BELL_SECONDS }, (_, second) =>
      Math.max(...[left, right].map((side) => peak(side.subarray(second * RATE, (second + 1) * RATE)))),
    );
    expect(seconds[11]).toBeLessThan(0.001);
    expect(seconds[3]).toBeLessThan(seconds[0] ?? 0);
    expect(seconds[6]).toBeLessThan(seconds[1] ?? 0);
  });

  it("has the modes of a bowl, the high ones gone first", () => {
    const start = modeLevels(left.subarray(0, 3 * RATE));
    const later = modeLevels(left.subarray(3 * RATE, 6 * RATE));
    expect(start.map(({ ratio }) => ratio)).toEqual([1, 2.75, 5.2, 8.2]);
    const falls = start.map(({ amplitude }, index) => (later[index]?.amplitude ?? 0) / amplitude);
    expect(falls[3]).toBeLessThan(falls[1] ?? 0);
    expect(falls[3]).toBeLessThan(0.2);
  });

  it("is the same from the same seed, and lasts as long at any rate", () => {
    const [again] = renderBell(RATE, { seed: 3 });
    expect(again.every((sample, frame) => sample === bells[2]?.[0][frame])).toBe(true);
    expect(again.every((sample, frame) => sample === bells[1]?.[0][frame])).toBe(false);
    expect(renderBell(44100, { seed: 3 })[0]).toHaveLength(BELL_SECONDS * 44100);
  });
});

/** Strongest tone near each mode: its ratio to the lowest and its amplitude. */
function modeLevels(signal: Float32Array): { ratio: number; amplitude: number }[] {
  return [192, 528, 998.4, 1574.4].map((hz) => {
    const [tone] = strongestTones(signal, RATE, 1, { fromHz: hz - 20, toHz: hz + 20 });
    return { ratio: Math.round((20 * (tone?.hz ?? 0)) / 192) / 20, amplitude: tone?.amplitude ?? 0 };
  });
}
