import { describe, expect, it } from "vitest";
import { owl } from "../../sounds/layers/nature/owl.ts";
import { GrainBuffer } from "../../src/dsp/grain-buffer.ts";
import { BLOCK_FRAMES } from "../../src/dsp/layer.ts";
import { HOOT_SECONDS, OwlCalls } from "../../src/dsp/owl-calls.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { strongestTones } from "../helper/tones.ts";

const RATE = 48_000;
/** Where events are only counted, a low rate will do. */
const LOW_RATE = 4000;

/** A grain buffer that only notes when hoots begin, seconds. */
class Notes extends GrainBuffer {
  readonly starts: number[] = [];
  override add(_grain: Float64Array, _length: number, frame: number): void {
    this.starts.push(frame / LOW_RATE);
  }
}

/** Calls as lists of hoots, seconds. */
function calls(seed: number, species: number, gapSeconds: number, seconds: number): number[][] {
  const calling = new OwlCalls(seed, LOW_RATE);
  const notes = new Notes(HOOT_SECONDS, LOW_RATE);
  for (let frame = 0; frame < seconds * LOW_RATE; frame += BLOCK_FRAMES) {
    calling.write(
      notes,
      frame,
      () => gapSeconds,
      () => species,
    );
  }
  const found: number[][] = [];
  for (const start of notes.starts) {
    const last = found.at(-1);
    if (last && start - (last[0] ?? 0) < 10) last.push(start);
    else found.push([start]);
  }
  return found;
}

describe("owl", () => {
  it("calls every 30 to 120 seconds, as often as was asked in the mean", () => {
    for (const gapSeconds of [36, 60, 90]) {
      const starts = calls(1, 1, gapSeconds, 9000).map(([first = 0]) => first);
      const gaps = starts.slice(1).map((start, i) => start - (starts[i] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(30);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(120);
      expect(Math.abs(starts.length / (9000 / gapSeconds) - 1)).toBeLessThan(0.1);
    }
  });

  it("tawny: a hoot, some three seconds of silence, and two more; great horned: five hoots", () => {
    const whole = (found: number[][]) => found.slice(1, -1);
    for (const hoots of whole(calls(2, 0, 60, 900))) {
      expect(hoots.length).toBe(3);
      const silence = (hoots[1] ?? 0) - (hoots[0] ?? 0) - 0.7;
      expect(Math.abs(silence - 3)).toBeLessThan(0.4);
    }
    for (const hoots of whole(calls(2, 1, 60, 900))) expect(hoots.length).toBe(5);
  });

  it("hoots at 700-900 Hz or at 300-400 Hz, and never sets in within 60 ms", () => {
    for (const [species, least, most] of [
      [0, 700, 900],
      [1, 300, 400],
    ] as const) {
      const params = { species, gapSeconds: 36, distance: 0 };
      const [left] = renderLayer(owl, { sampleRate: RATE, seed: 1, frames: 45 * RATE, params });
      const from = left.findIndex((sample) => Math.abs(sample) > 1e-4);
      const hoot = left.subarray(from, from + 0.5 * RATE);
      const [tone] = strongestTones(hoot, RATE, 1, { fromHz: 100, toHz: 2000 });
      expect(tone?.hz).toBeGreaterThan(least);
      expect(tone?.hz).toBeLessThan(most);
      const peak = hoot.reduce((largest, sample) => Math.max(largest, Math.abs(sample)), 0);
      const loud = hoot.findIndex((sample) => Math.abs(sample) > 0.5 * peak);
      expect(loud / RATE).toBeGreaterThan(0.03);
    }
  });
});
