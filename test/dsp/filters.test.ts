import { describe, expect, it } from "vitest";
import { Biquad, BUTTERWORTH_Q, bandPass, highPass, lowPass } from "../../src/dsp/biquad.ts";
import { OnePole } from "../../src/dsp/one-pole.ts";
import { gainsDb } from "./response.ts";

const RATE = 48_000;

function biquadGains(coefficients: ReturnType<typeof lowPass>, frequencies: readonly number[]) {
  const filter = new Biquad(coefficients);
  return gainsDb((samples) => filter.process(samples), frequencies, RATE, 0.2);
}

describe("biquad", () => {
  it("low-passes at 12 dB an octave", () => {
    const [low = 0, corner = 0, high = 0] = biquadGains(lowPass(500, BUTTERWORTH_Q, RATE), [20, 500, 2000]);
    expect(low).toBeCloseTo(0, 2);
    expect(corner).toBeCloseTo(-3.01, 2);
    expect(high).toBeCloseTo(-24.2, 0);
  });

  it("high-passes at 12 dB an octave", () => {
    const [low = 0, corner = 0, high = 0] = biquadGains(
      highPass(2000, BUTTERWORTH_Q, RATE),
      [500, 2000, 20_000],
    );
    expect(low).toBeCloseTo(-24.1, 0);
    expect(corner).toBeCloseTo(-3.01, 2);
    expect(high).toBeCloseTo(0, 1);
  });

  it("band-passes with gain 1 at the centre and -3 dB at the edges of centre / Q", () => {
    const q = 2.3;
    const half = Math.sqrt(1 + 1 / (4 * q * q));
    const edge = 1000 * (half - 1 / (2 * q));
    const [centre = 0, lower = 0] = biquadGains(bandPass(1000, q, RATE), [1000, edge]);
    expect(centre).toBeCloseTo(0, 2);
    expect(lower).toBeCloseTo(-3.01, 1);
  });
});

describe("one pole", () => {
  it("leaves low and high whose powers add up at every frequency", () => {
    const frequencies = [50, 400, 1000, 8000];
    const low = new OnePole(400, RATE);
    const high = new OnePole(400, RATE);
    const lows = gainsDb((samples) => low.process(samples), frequencies, RATE, 0.1);
    const highs = gainsDb(
      (samples) => {
        const whole = samples.slice();
        high.process(samples);
        for (let i = 0; i < samples.length; i++) samples[i] = (whole[i] ?? 0) - (samples[i] ?? 0);
      },
      frequencies,
      RATE,
      0.1,
    );
    for (let i = 0; i < frequencies.length; i++) {
      expect(10 ** ((lows[i] ?? 0) / 10) + 10 ** ((highs[i] ?? 0) / 10)).toBeCloseTo(1, 6);
    }
    expect(lows[1]).toBeCloseTo(-3.01, 2);
  });
});

describe("settling", () => {
  it("two filters with different pasts agree to the last bit once both have settled", () => {
    const past = (value: number) => new Float64Array(128).fill(value);
    const a = new Biquad(highPass(400, BUTTERWORTH_Q, 96_000));
    const b = new Biquad(highPass(400, BUTTERWORTH_Q, 96_000));
    for (let i = 0; i < 10; i++) {
      a.process(past(0.7));
      b.process(past(-0.2));
    }
    const noise = () => Float64Array.from({ length: 128 }, (_, index) => Math.sin(index * index));
    for (let i = 0; i < 200; i++) {
      a.process(noise());
      b.process(noise());
    }
    const one = noise();
    const other = noise();
    a.process(one);
    b.process(other);
    expect(one).toEqual(other);
  });
});
