import { describe, expect, it } from "vitest";
import { frogs } from "../../sounds/layers/nature/frogs.ts";
import { FROG_SPECIES, FrogPond } from "../../src/dsp/frog-pond.ts";
import { GrainBuffer } from "../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { intervals } from "../helper/events.ts";
import { pulseHz, strongestTones } from "../helper/tones.ts";

const RATE = 48_000;
/** Where calls are only counted, a low rate will do. */
const LOW_RATE = 4000;
const SECONDS = 120;

/** When a kind's calls begin, seconds. */
function calls(seed: number, amounts: readonly [number, number, number], species: number): number[] {
  const pond = new FrogPond(seed, LOW_RATE, 1);
  pond.amounts.set(amounts);
  const into = new GrainBuffer(1, LOW_RATE);
  const times: number[] = [];
  for (let frame = 0; frame < SECONDS * LOW_RATE; frame += BLOCK_FRAMES) {
    const count = pond.write(into, frame);
    for (let i = 0; i < count; i++) {
      if (pond.species[i] === species) times.push((pond.startFrame[i] ?? 0) / LOW_RATE);
    }
  }
  return times.sort((a, b) => a - b);
}

function only(species: number): Record<string, number> {
  const amounts = [0, 1, 2].map((each) => (each === species ? 1 / (FROG_SPECIES[each]?.males ?? 1) : 0));
  return { green: amounts[0] ?? 0, gray: amounts[1] ?? 0, peepers: amounts[2] ?? 0, distance: 0 };
}

describe("frogs", () => {
  it("call in turn: with all males of a kind gaps are short, and hardly two calls begin together", () => {
    const gaps = intervals(calls(1, [1, 0, 0], 0));
    const together = gaps.filter((gap) => gap < 0.03).length / gaps.length;
    // At random, one call in six would begin so close to another.
    expect(together).toBeLessThan(0.09);
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.3);
  });

  it("a peeper whistles once a second at 2.9 kHz, but for his rests", () => {
    const gaps = intervals(calls(2, [0, 0, 0.2], 2));
    const steady = gaps.filter((gap) => gap < 1.5);
    expect(steady.length / gaps.length).toBeGreaterThan(0.8);
    expect(steady.reduce((sum, gap) => sum + gap, 0) / steady.length).toBeCloseTo(1, 1);
    expect(gaps.length).toBeLessThan(SECONDS);
    const [left] = renderLayer(frogs, { sampleRate: RATE, seed: 2, frames: 3 * RATE, params: only(2) });
    const [tone] = strongestTones(left, RATE, 1, { fromHz: 300, toHz: 6000 });
    expect(Math.abs((tone?.hz ?? 0) / 2900 - 1)).toBeLessThan(0.06);
  });

  it("a green treefrog's notes stand at 0.9 and 3 kHz", () => {
    const [left] = renderLayer(frogs, { sampleRate: RATE, seed: 3, frames: 3 * RATE, params: only(0) });
    const [low] = strongestTones(left, RATE, 1, { fromHz: 700, toHz: 2000 });
    const [high] = strongestTones(left, RATE, 1, { fromHz: 2000, toHz: 6000 });
    expect(Math.abs((low?.hz ?? 0) / 900 - 1)).toBeLessThan(0.06);
    expect(Math.abs((high?.hz ?? 0) / 3000 - 1)).toBeLessThan(0.06);
  });

  it("a gray treefrog trills 16 to 32 pulses a second", () => {
    const [left] = renderLayer(frogs, { sampleRate: RATE, seed: 3, frames: 6 * RATE, params: only(1) });
    const pulses = pulseHz(left, RATE, { fromHz: 12, toHz: 40 });
    expect(pulses).toBeGreaterThan(16);
    expect(pulses).toBeLessThan(32);
  });
});
