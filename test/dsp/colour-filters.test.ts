import { describe, expect, it } from "vitest";
import { audibleBand } from "../../src/dsp/audible-band.ts";
import { BedPinkFilter } from "../../src/dsp/bed-pink-filter.ts";
import { Biquad } from "../../src/dsp/biquad.ts";
import { BrownFilter } from "../../src/dsp/brown-filter.ts";
import { FilterChain } from "../../src/dsp/filter-chain.ts";
import { greyFilter } from "../../src/dsp/grey-filter.ts";
import { matchedBandPass } from "../../src/dsp/matched-biquad.ts";
import type { ColourFilter } from "../../src/dsp/noise-kernel.ts";
import { PinkFilter } from "../../src/dsp/pink-filter.ts";
import { RisingFilter } from "../../src/dsp/rising-filter.ts";
import { SubsonicFilter } from "../../src/dsp/subsonic-filter.ts";
import { TiltFilter } from "../../src/dsp/tilt-filter.ts";
import { type ColourTarget, greenTarget, greyTarget, sloped } from "../helper/colour-targets.ts";
import { gainsDb, thirds } from "./response.ts";

/** Places in a third of an octave over which its power is averaged, decades from its centre. */
const ACROSS_BAND = [-0.033, 0, 0.033];

describe.each([44_100, 48_000, 96_000])("at %i Hz", (sampleRate) => {
  /** Largest distance from the target, and the slope of what is left, over the bands that are judged. */
  function misfit(filter: ColourFilter, target: ColourTarget, fromHz: number, toHz = 17_000) {
    const frequencies = thirds(fromHz, toHz);
    const places = frequencies.flatMap((hz) => ACROSS_BAND.map((place) => hz * 10 ** place));
    const gains = gainsDb((samples) => filter.process(samples), places, sampleRate, 0.3);
    const errors = frequencies.map((hz, index) => {
      const across = gains.slice(index * ACROSS_BAND.length, (index + 1) * ACROSS_BAND.length);
      const power = across.reduce((sum, gain) => sum + 10 ** (gain / 10), 0) / across.length;
      return 10 * Math.log10(power) - target(hz);
    });
    const middle = (Math.max(...errors) + Math.min(...errors)) / 2;
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const place = (index: number) => (index - (errors.length - 1) / 2) / 3;
    const covariance = errors.reduce((sum, error, index) => sum + (error - mean) * place(index), 0);
    const spread = errors.reduce((sum, _error, index) => sum + place(index) ** 2, 0);
    return {
      worstDb: Math.max(...errors.map((error) => Math.abs(error - middle))),
      dbPerOctave: covariance / spread,
    };
  }

  it("the pink filter falls by 3.01 dB an octave within 0.05 dB from 20 Hz to 20 kHz", () => {
    expect(misfit(new PinkFilter(), sloped(-3.0103), 20, 20_000).worstDb).toBeLessThan(0.05);
  });

  it("a bed's pink falls alike within 0.3 dB, and is as loud", () => {
    expect(misfit(new BedPinkFilter(), sloped(-3.0103), 20, 20_000).worstDb).toBeLessThan(0.3);
    const [bed = 0, exact = 1] = [new BedPinkFilter(), new PinkFilter()].map(
      (filter) => gainsDb((samples) => filter.process(samples), [1000], sampleRate, 0.3)[0],
    );
    expect(Math.abs(bed - exact)).toBeLessThan(0.3);
  });

  it("the brown filter falls by 6.02 dB an octave within 0.3 dB from 40 Hz to 20 kHz", () => {
    expect(misfit(new BrownFilter(sampleRate), sloped(-6.0206), 40, 20_000).worstDb).toBeLessThan(0.3);
  });

  it("the brown filter leaves nothing at 0 Hz, holds back 20 Hz by 3 dB, and is 1 at 1 kHz", () => {
    const filter = new BrownFilter(sampleRate);
    const [below = 0, at20 = 0, at1000 = 0] = gainsDb(
      (samples) => filter.process(samples),
      [0, 20, 1000],
      sampleRate,
      2,
    );
    const ideal = 20 * Math.log10(1000 / 20) + at1000;
    expect(at20 - ideal).toBeCloseTo(-3.01, 1);
    expect(below).toBeLessThan(-100);
    // The density in Hz of the white noise that enters falls with the rate.
    expect(at1000 - 10 * Math.log10(sampleRate / 48_000)).toBeCloseTo(0, 1);
  });

  it("violet and blue rise by 6.02 and 3.01 dB an octave", () => {
    const violet = new FilterChain([new RisingFilter(sampleRate), audibleBand(sampleRate)]);
    const blue = new FilterChain([new PinkFilter(), new RisingFilter(sampleRate), audibleBand(sampleRate)]);
    for (const [filter, slope] of [
      [violet, 6.0206],
      [blue, 3.0103],
    ] as const) {
      const { worstDb, dbPerOctave } = misfit(filter, sloped(slope), 31.5);
      expect(worstDb).toBeLessThan(0.3);
      expect(Math.abs(dbPerOctave)).toBeLessThan(0.025);
    }
  });

  it("grey follows the contour of 40 phon and green its band-pass", () => {
    expect(misfit(greyFilter(sampleRate), greyTarget, 31.62).worstDb).toBeLessThan(0.3);
    const green = new FilterChain([new PinkFilter(), new Biquad(matchedBandPass(500, 0.6, sampleRate))]);
    expect(misfit(green, greenTarget, 31.5).worstDb).toBeLessThan(0.25);
  });

  it.each([-6, -4.5, -3, -1.5, 0, 1.5, 3, 4.5, 6])("the tilt keeps to %d dB an octave", (slope) => {
    const tilt = new TiltFilter(sampleRate);
    tilt.tune(slope, 0);
    const filter = new FilterChain([tilt, new SubsonicFilter(sampleRate), audibleBand(sampleRate)]);
    const { worstDb, dbPerOctave } = misfit(filter, sloped(slope), 40, 16_000);
    expect(worstDb).toBeLessThan(0.35);
    expect(Math.abs(dbPerOctave)).toBeLessThan(0.03);
  });

  it("the tilt is 1 at 1 kHz at every slope, and 0 is flat to the last bit but for the gain", () => {
    for (const slope of [-6, 2.5, 6]) {
      const tilt = new TiltFilter(sampleRate);
      tilt.tune(slope, 0);
      const [at1000] = gainsDb((samples) => tilt.process(samples), [1000], sampleRate);
      expect(at1000).toBeCloseTo(0, 1);
    }
    const flat = new TiltFilter(sampleRate);
    flat.tune(0, 0);
    const samples = Float64Array.from({ length: 128 }, (_, index) => Math.sin(index));
    const filtered = samples.slice();
    flat.process(filtered);
    for (let i = 0; i < samples.length; i++) expect(filtered[i]).toBeCloseTo(samples[i] ?? 0, 12);
  });
});
