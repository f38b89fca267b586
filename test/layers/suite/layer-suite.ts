import { beforeAll, describe, expect, it } from "vitest";
import { loudnessSeconds } from "../../../src/cli/layer-loudness.ts";
import { calibrationGain, LAYER_LUFS, type LayerDefinition } from "../../../src/dsp/layer.ts";
import { renderLayer } from "../../../src/dsp/render-layer.ts";
import { crestDb, rms } from "../../helper/levels.ts";
import { envelopeRepetition, timingRepetition, whitenedRepetition } from "../../helper/repetition.ts";
import { overBed, steepestOf } from "../../helper/rises.ts";
import { iacc } from "../../helper/stereo.ts";
import { busyPlans } from "../plans.ts";
import { blockCorrelation, noiseClick, stepResidualDb } from "./clean.ts";
import { isHeardToDiffer } from "./differs.ts";
import { restlessHand, standPlace, stands } from "./hands.ts";
import { figureFrom, type Heard, hear, RATE, SLOW_RATE, usualSeconds } from "./heard.ts";
import { highPeakDb } from "./likeness.ts";
import { expectSame, expectStretchesSame, frameAt } from "./same.ts";

/** Peak over level at most, dB; what the layer's own test does not bound tighter. */
const CREST_DB = { noise: [12, 15], texture: [3, 24], tone: [0, 24], events: [0, 40] } as const;
/** A figure that takes longer than this to measure is measured from one seed here and from others by the bench, seconds. */
const MOST_SECONDS = 120;
/** How loud a moment is can be told at half the rate. */
const HAND_RATE = 24_000;
/** A peak above 8 kHz that nobody hears, dBFS, and how far one stands out that is a click, dB. */
const UNHEARD_HIGH_DB = -60;
const CLICK_DB = 9;

/**
 * What every layer is held to for being in the catalogue, judged by its character. Long renders are shared; the same
 * measures at full length are `npm run bench -- layers`.
 */
export function layerSuite(layers: readonly LayerDefinition[]): void {
  describe.each(layers.map((layer) => [layer.id, layer] as const))("layer %s", (_id, layer) => {
    const { character, family } = layer;
    const noisy = character === "noise" || character === "texture";
    let usual: Heard;
    let at: ReadonlyMap<string, Heard>;

    beforeAll(() => {
      usual = hear(layer, { seconds: usualSeconds(layer), slowly: true });
      const place = standPlace(layer, usual);
      at = new Map(stands(layer).map(({ name, params }) => [name, hear(layer, { ...place, params })]));
    });

    /** What the startle rule is judged on: rare events over the bed that they are heard over. */
    const startleOf = ({ momentary }: Heard) =>
      steepestOf(character === "events" ? overBed(momentary, LAYER_LUFS) : momentary);

    /** Whether a peak above 8 kHz is one that nobody hears, or stands out no further than a click may of one that is there while nothing is changed. */
    const isNoClick = (highDb: number) =>
      highDb < UNHEARD_HIGH_DB + CLICK_DB ||
      [usual, ...at.values()].some(({ start }) => highDb < highPeakDb(start, RATE, 8000) + CLICK_DB);

    it("renders any stretch like the whole night at every rate, whatever its parameters do, and takes that cleanly", () => {
      const params = busyPlans(layer);
      const night = { fromSeconds: -2, seconds: 8 };
      const busy = expectStretchesSame(
        layer,
        { sampleRate: RATE, seed: 1, params },
        night,
        [-1.1, 0.31, 5.1],
      );
      const dip = { fromSeconds: 4, seconds: 1.2 };
      expectStretchesSame(layer, { sampleRate: 44_100, seed: 0x7fffffff, params }, dip, [4.9]);
      const late = { fromSeconds: 8 * 3600, seconds: 0.7 };
      expectStretchesSame(layer, { sampleRate: 96_000, seed: 3 }, late, [late.fromSeconds + 0.4]);
      const gain = calibrationGain(layer);
      for (const channel of busy) {
        for (let i = 0; i < channel.length; i++) channel[i] = gain * (channel[i] ?? 0);
        expect(Number.isFinite(rms(channel))).toBe(true);
      }
      if (character === "tone") expect(stepResidualDb(busy)).toBeLessThan(-80);
      else expect(highPeakDb(busy, RATE, 8000)).toSatisfy(isNoClick);
    });

    it("renders a stretch far from any start like the whole, and in calls of any number of blocks", () => {
      const gain = calibrationGain(layer);
      const alone = renderLayer(layer, {
        sampleRate: RATE,
        seed: 1,
        fromFrame: frameAt(9.5, RATE),
        frames: 12_800,
      });
      for (const side of [0, 1] as const) {
        const from = frameAt(9.5, RATE);
        expectSame(
          alone[side].map((sample) => gain * sample),
          usual.start[side].subarray(from, from + 12_800),
        );
      }
      const paramAt = (name: string) => layer.params[name]?.default ?? 0;
      const [left, right, other] = [0, 1, 2].map(() => new Float32Array(12_800));
      if (!left || !right || !other) throw new Error("no room");
      const used = new layer.kernel(RATE, 5);
      for (let frame = 0, blocks = 1; frame < left.length; frame += blocks++ * 128) {
        const frames = Math.min(blocks * 128, left.length - frame);
        used.process(left.subarray(frame), right.subarray(frame), frames, frame, paramAt);
      }
      new layer.kernel(RATE, 5).process(other, right, other.length, 0, paramAt);
      expectSame(left, other);
      // A call that does not follow on the last one starts afresh.
      used.process(left, right, left.length, 1_280_000, paramAt);
      new layer.kernel(RATE, 5).process(other, right, other.length, 1_280_000, paramAt);
      expectSame(left, other);
    });

    it("is finite and never silent, eight hours long", () => {
      for (const hour of [1.71, 3.3, 5.13, 7.9]) {
        const stretch = { fromFrame: frameAt(hour * 3600, RATE), frames: RATE / 4 };
        for (const channel of renderLayer(layer, { sampleRate: RATE, seed: 4, ...stretch })) {
          const level = rms(channel) * calibrationGain(layer);
          expect(Number.isFinite(level)).toBe(true);
          if (character !== "events") expect(level).toBeGreaterThan(1e-4);
        }
      }
      for (const heard of [usual, ...at.values()]) {
        expect(heard.finite).toBe(true);
        expect(Math.max(...heard.momentary)).toBeGreaterThan(-60);
      }
    });

    it("has the loudness that its file says; -30 LUFS from another seed and at another rate", () => {
      const seconds = loudnessSeconds(layer);
      expect(Math.abs(figureFrom(layer, usual.lufs) - layer.loudnessLufs)).toBeLessThan(0.1);
      const slow = layer.memorySeconds > 5;
      const steady = { noise: 15, tone: slow ? 60 : 15, texture: slow ? 60 : 30, events: seconds }[character];
      const other = hear(layer, { seconds: Math.min(steady, MOST_SECONDS), seed: 3, sampleRate: 44_100 });
      expect(other.momentary).not.toEqual(usual.momentary.subarray(0, other.momentary.length));
      if (steady > MOST_SECONDS) return;
      expect(Math.abs(other.lufs - LAYER_LUFS)).toBeLessThan(0.5);
    });

    it("stays under -3 dBTP, with a crest that fits its character", () => {
      for (const heard of [usual, ...at.values()]) expect(heard.truePeakDb).toBeLessThan(-3);
      const [least, most] = CREST_DB[character];
      // The longer gaussian noise goes on, the higher it peaks: its bounds are for some seconds.
      const crest = character === "noise" ? Math.max(...usual.start.map(crestDb)) : usual.crestDb;
      expect(crest).toBeGreaterThanOrEqual(least);
      expect(crest).toBeLessThanOrEqual(most);
    });

    it("never startles: as it is, at the ends of its slider, at each setting, under a restless hand", () => {
      expect(startleOf(usual)).toBeLessThanOrEqual(1);
      for (const [name, heard] of at) expect(startleOf(heard), name).toBeLessThanOrEqual(1);
      const hand = hear(layer, { ...restlessHand(layer), sampleRate: HAND_RATE });
      expect(startleOf(hand), "a hand").toBeLessThanOrEqual(1);
      expect(hand.finite).toBe(true);
      expect(hand.truePeakDb).toBeLessThan(0);
    });

    it.runIf(character === "events")("lifts the bed that it is heard over by 6 dB at most", () => {
      for (const [name, heard] of [["usual", usual] as const, ...at]) {
        expect(Math.max(...overBed(heard.momentary, LAYER_LUFS)) - LAYER_LUFS, name).toBeLessThanOrEqual(6);
      }
    });

    it("does not come again", () => {
      const lags = { fromSeconds: 5, toSeconds: usual.seconds / 2 };
      if (!noisy) {
        expect(timingRepetition(usual.slow, SLOW_RATE, lags).peak).toBeLessThan(0.8);
        return;
      }
      const waves = { fromSeconds: 0.5, toSeconds: usual.seconds / 2 };
      // A heart, a cat and a train beat alike by nature; a loop reads 0.9 and more.
      const most = family === "comfort" ? 0.3 : 0.03;
      expect(whitenedRepetition(usual.slow, SLOW_RATE, waves, SLOW_RATE).peak).toBeLessThanOrEqual(most);
      if (family === "comfort") return;
      // Waves come every ten seconds or so by design; even they must not come in the same order again.
      const periodic = layer.memorySeconds > 5;
      const courses = { fromSeconds: periodic ? layer.memorySeconds : 1, toSeconds: 60 };
      expect(envelopeRepetition(usual.slow, SLOW_RATE, courses).peak).toBeLessThan(periodic ? 0.5 : 0.35);
    });

    it.runIf(character === "noise")(
      "has no click, and no likeness of neighbouring blocks or channels",
      () => {
        for (const channel of usual.start) expect(noiseClick(channel)).toBeLessThanOrEqual(7);
        expect(blockCorrelation(usual.start)).toBeLessThan(0.03);
      },
    );

    it("keeps its strength in mono, and a bed is as wide as a diffuse sound", () => {
      expect(usual.monoLossDb).toBeLessThanOrEqual(3.5);
      if (!noisy || family === "comfort") return;
      const [left, right] = usual.start.map((channel) => channel.subarray(0, 2 * RATE));
      const width = iacc(left ?? [], right ?? [], RATE, { fromHz: 500, toHz: 16_000 });
      expect(width).toBeGreaterThanOrEqual(0.04);
      expect(width).toBeLessThanOrEqual(0.3);
    });

    it.runIf(Object.keys(layer.params).length > 0)("is heard to differ at both ends of its slider", () => {
      const ends = stands(layer).filter(({ name }) => name === "calm" || name === "lively");
      for (const { name, params } of ends) {
        const there = at.get(name) ?? usual;
        expect(isHeardToDiffer(layer, usual, there, params), name).toBe(true);
      }
    });
  });
}
