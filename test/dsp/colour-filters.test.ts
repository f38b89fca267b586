import { describe, expect, it } from "vitest";
import { BrownFilter } from "../../src/dsp/brown-filter.ts";
import { PinkFilter } from "../../src/dsp/pink-filter.ts";
import { gainsDb, thirds } from "./response.ts";

describe.each([44_100, 48_000, 96_000])("at %i Hz", (sampleRate) => {
  it("the pink filter falls by 3.01 dB an octave within 0.05 dB from 20 Hz to 20 kHz", () => {
    const frequencies = thirds(20, 20_000);
    const filter = new PinkFilter();
    const gains = gainsDb((samples) => filter.process(samples), frequencies, sampleRate);
    const errors = gains.map((gain, index) => gain + 10 * Math.log10(frequencies[index] ?? 1));
    expect((Math.max(...errors) - Math.min(...errors)) / 2).toBeLessThan(0.05);
  });

  it("the brown filter falls by 6.02 dB an octave within 0.3 dB from 40 Hz to 20 kHz", () => {
    const frequencies = thirds(40, 20_000);
    const filter = new BrownFilter(sampleRate);
    const gains = gainsDb((samples) => filter.process(samples), frequencies, sampleRate);
    const errors = gains.map((gain, index) => gain + 20 * Math.log10(frequencies[index] ?? 1));
    expect((Math.max(...errors) - Math.min(...errors)) / 2).toBeLessThan(0.3);
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
});
