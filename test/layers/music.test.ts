import { describe, expect, it } from "vitest";
import { music } from "../../sounds/layers/tone/music.ts";
import { MusicForm } from "../../src/dsp/music-form.ts";
import { MusicPhrase } from "../../src/dsp/music-phrase.ts";
import { renderLayer } from "../../src/dsp/render-layer.ts";
import { waveTable } from "../../src/dsp/wave-table.ts";
import { tonalResidualDb } from "../helper/clicks.ts";
import { intervals, variation } from "../helper/events.ts";
import { strongestTones } from "../helper/tones.ts";

const ROOT_HZ = 220;
const RATE = 48_000;
const TABLE = waveTable([1]);
const HOUR = 3600;

/** When the notes of an hour begin. */
function noteSeconds(seed: number, gapSeconds = 4): readonly number[] {
  const plan = { gapSecondsAt: () => gapSeconds, rootHzAt: () => ROOT_HZ, eventsAt: () => 1 };
  const form = new MusicForm(seed, 0);
  const phrase = new MusicPhrase(seed, form, TABLE);
  const seen = new Set<number>();
  const notes: number[] = [];
  for (let at = 0; at < HOUR; at += 20) {
    const found = form.find({ from: at, to: at });
    for (let i = 0; i < found; i++) {
      const number = form.phrase[i] ?? 0;
      if (seen.has(number)) continue;
      seen.add(number);
      phrase.set(i, plan);
      phrase.writeTo({ from: 0, to: Number.POSITIVE_INFINITY }, plan);
      notes.push(...phrase.noteSeconds.subarray(0, phrase.count));
    }
  }
  return notes.sort((a, b) => a - b);
}

describe("slow music", () => {
  // A note an octave down was once two and a half steps: it jumped twice a second, in one scale of four.
  it("has no note that jumps, in any scale, at any root", () => {
    for (const rootHz of [165, 220, 330]) {
      for (const minute of [25, 90, 115, 155, 420]) {
        const stretch = { fromFrame: minute * 60 * RATE, frames: RATE };
        const channels = renderLayer(music, { sampleRate: RATE, seed: 1, ...stretch, params: { rootHz } });
        for (const channel of channels) expect(tonalResidualDb(channel, RATE)).toBeLessThan(-100);
      }
    }
  });

  it("leaves 2 to 8 s between notes, in the mean as asked for, and keeps to no grid", () => {
    for (const gapSeconds of [2.6, 4, 5.4]) {
      const gaps = intervals(noteSeconds(1, gapSeconds));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
      expect(Math.max(...gaps)).toBeLessThanOrEqual(8.001);
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      expect(mean / gapSeconds).toBeGreaterThan(0.95);
      expect(mean / gapSeconds).toBeLessThan(1.15);
      expect(variation(gaps)).toBeGreaterThan(0.15);
    }
  });

  it("has sections of four to eight minutes, no two after each other in one scale", () => {
    const form = new MusicForm(3, 0);
    const sections = Array.from({ length: 8 * HOUR }, (_, second) => form.sectionAt(second));
    const lengths = new Map<number, number>();
    for (const section of sections) lengths.set(section, (lengths.get(section) ?? 0) + 1);
    const whole = [...lengths.values()].slice(1, -1);
    expect(Math.min(...whole)).toBeGreaterThanOrEqual(239);
    expect(Math.max(...whole)).toBeLessThanOrEqual(481);
    const scales = [...lengths.keys()].map((section) => scaleOf(form, section).join(" "));
    for (const [index, scale] of scales.entries()) expect(scale).not.toBe(scales[index + 1]);
    expect(new Set(scales).size).toBe(4);
  });

  it("has scales without semitones, in which all that rings together fits", () => {
    const form = new MusicForm(3, 0);
    for (let section = 0; section < 12; section++) {
      const scale = scaleOf(form, section);
      for (const [index, note] of scale.entries()) {
        const next = scale[index + 1] ?? 2 * (scale[0] ?? 0);
        expect(next / note).toBeGreaterThan(1.1);
      }
    }
  });

  it("never repeats: no stretch of eight gaps comes again in an hour, and seeds differ", () => {
    const gaps = intervals(noteSeconds(2)).map((gap) => gap.toFixed(2));
    const stretches = gaps.slice(7).map((_, index) => gaps.slice(index, index + 8).join(" "));
    expect(new Set(stretches).size).toBe(stretches.length);
    expect(noteSeconds(2)).not.toEqual(noteSeconds(4));
  });

  it("sounds only between 110 and 660 Hz, whatever its root, in just notes", () => {
    const rate = 8000;
    for (const rootHz of [165, 220, 330]) {
      const channels = renderLayer(music, {
        sampleRate: rate,
        seed: 1,
        frames: 12 * rate,
        params: { rootHz },
      });
      const both = channels[0].map((sample, frame) => sample + (channels[1][frame] ?? 0));
      for (const { hz } of strongestTones(both, rate, 4, { fromHz: 40, toHz: 2000 })) {
        expect(hz).toBeGreaterThan(109);
        expect(hz).toBeLessThan(661);
        const steps = (96 * hz) / rootHz;
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(0.25);
      }
    }
  });
});

function scaleOf(form: MusicForm, section: number): readonly number[] {
  return [0, 1, 2, 3, 4].map((degree) => form.stepsAt(section, degree));
}
