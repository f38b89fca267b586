import { describe, expect, it } from "vitest";
import { bell } from "../../sounds/layers/tone/bell.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { intervals } from "../helper/events.ts";
import { strongestTones } from "../helper/tones.ts";
import { powers, strikesSeconds, WINDOW_SECONDS } from "./strikes.ts";

const RATE = 8000;
const PITCH_HZ = 220;

function render(params: Record<string, number>, seconds: number) {
  return renderLayer(bell, { sampleRate: RATE, seed: 1, frames: seconds * RATE, params });
}

/** One stroke at a time, each left to ring. */
const single = render({ gapSeconds: 45, distance: 0 }, 100);
const [struck = 0] = strikesSeconds(single, RATE);

/** Amplitudes of the four modes in the second after a stroke. */
function modes([left]: readonly Float32Array[], from: number): readonly { hz: number; amplitude: number }[] {
  const ring = (left ?? new Float32Array(0)).subarray((from + 0.5) * RATE, (from + 2.5) * RATE);
  return [1, 2.75, 5.2, 8.2].map((ratio) => {
    const hz = ratio * PITCH_HZ;
    const [tone] = strongestTones(ring, RATE, 1, { fromHz: hz - 15, toHz: hz + 15 });
    return { hz: (tone?.hz ?? 0) - hz, amplitude: tone?.amplitude ?? 0 };
  });
}

describe("the far bell", () => {
  it("has the modes of a bell, which the distance takes from the top", () => {
    const near = modes(single, struck);
    for (const { hz } of near) expect(Math.abs(hz)).toBeLessThan(1.2);
    const remote = render({ gapSeconds: 45, distance: 1 }, 70);
    const far = modes(remote, strikesSeconds(remote, RATE)[0] ?? 0);
    const lost = near.map(({ amplitude }, index) => amplitude / (far[index]?.amplitude ?? 1));
    expect(lost[1]).toBeGreaterThan(1.5 * (lost[0] ?? 1));
    expect(lost[2]).toBeGreaterThan(1.5 * (lost[1] ?? 1));
  });

  it("rings for 26 s until it has fallen by 60 dB", () => {
    const levels = powers(single, RATE).map((power) => 10 * Math.log10(power));
    const at = (seconds: number) => levels[Math.round((struck + seconds) / WINDOW_SECONDS)] ?? 0;
    for (const seconds of [8, 12, 16]) {
      expect(at(seconds) - at(seconds + 4)).toBeCloseTo((60 * 4) / 26, 0);
    }
  });

  it("tolls four or five times, and then leaves a long silence", () => {
    const gaps = intervals(strikesSeconds(render({}, 320), RATE));
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    expect(mean).toBeGreaterThan(0.9 * 9.5);
    expect(mean).toBeLessThan(1.1 * 9.5);
    const groups = gaps
      .map((gap) => (gap > 10 ? "|" : "."))
      .join("")
      .split("|")
      .slice(1, -1);
    expect(new Set(groups.map((group) => group.length + 1))).toEqual(new Set([4, 5]));
  });
});
