import { describe, expect, it } from "vitest";
import { pad } from "../../sounds/layers/tone/pad.ts";
import { momentaryLufs } from "../../src/dsp/loudness.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { strongestTones } from "../helper/tones.ts";

const RATE = 8000;
const CHORD_SECONDS = 13;
const UNIT_HZ = 110 / 24;

/** The five strongest tones of a chord, in 24ths of the root. */
function chord(number: number, seed = 1): readonly number[] {
  const fromFrame = Math.round(((number * CHORD_SECONDS - 1) * RATE) / 128) * 128;
  const channels = renderLayer(pad, { sampleRate: RATE, seed, fromFrame, frames: 2.5 * RATE });
  const both = channels[0].map((sample, frame) => sample + (channels[1][frame] ?? 0));
  return strongestTones(both, RATE, 4, { fromHz: 60, toHz: 400 }).map(({ hz }) => hz / UNIT_HZ);
}

const chords = Array.from({ length: 16 }, (_, number) => chord(number));

describe("the pad", () => {
  it("plays just notes alone, whole parts of its root, within 8 cents", () => {
    for (const multiple of chords.flat()) {
      expect(Math.abs(1200 * Math.log2(multiple / Math.round(multiple)))).toBeLessThan(8);
    }
  });

  it("plays only consonances: no two notes of a chord are closer than a whole tone", () => {
    for (const notes of chords) {
      const sorted = notes.map(Math.round).sort((a, b) => a - b);
      for (const [index, note] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next) expect(next / note).toBeGreaterThanOrEqual(9 / 8);
      }
    }
  });

  it("voices its chords anew: none is the one before it, and few return", () => {
    const names = chords.map((notes) =>
      notes
        .map(Math.round)
        .sort((a, b) => a - b)
        .join(" "),
    );
    for (const [index, name] of names.entries()) expect(name).not.toBe(names[index + 1]);
    expect(new Set(names).size).toBeGreaterThan(7);
    expect(chord(3, 2)).not.toEqual(chords[3]);
  });

  it("breathes: the chords ebb the more the more they are asked to", () => {
    const levels = [0, 1].map((ebb) => {
      const channels = renderLayer(pad, { sampleRate: RATE, seed: 1, frames: 40 * RATE, params: { ebb } });
      return momentaryLufs(channels, RATE, 0.5).slice(2);
    });
    const depths = levels.map((values) => Math.max(...values) - Math.min(...values));
    expect(depths[0]).toBeLessThan(10);
    expect((depths[1] ?? 0) - (depths[0] ?? 0)).toBeGreaterThan(3);
  });
});
