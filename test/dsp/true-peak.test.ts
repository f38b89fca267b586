import { describe, expect, it } from "vitest";
import { TruePeakDetector } from "../../src/dsp/true-peak.ts";
import { generate, sine, whiteNoise } from "../helper/signals.ts";
import { truePeakDb } from "../helper/true-peak.ts";

const RATE = 48000;
/** Only a first look, everywhere. */
const NEVER = Number.POSITIVE_INFINITY;

describe("the limiter's detector", () => {
  it.each([50, 997, 7000, 12000, 17000, 21600, 23000])(
    "reads a sine of %d Hz within 0.1 dB of its amplitude",
    (hz) => {
      const { peaks } = detect(softly(sine(hz, 0.25, RATE, 0.5, Math.PI / 4)));
      expect(Math.abs(20 * Math.log10(Math.max(...peaks) / 0.5))).toBeLessThan(0.1);
    },
  );

  it.each([1, 2, 3])(
    "reads noise %d within 0.07 dB of an independent measure by resampling, where it looks closely",
    (seed) => {
      const noise = whiteNoise(0.25, RATE, seed, 0.2);
      const closely = 20 * Math.log10(Math.max(...detect(noise, 128, 0.4).peaks));
      expect(Math.abs(closely - truePeakDb(noise))).toBeLessThan(0.07);
    },
  );

  it.each([0.49, 0.493, 0.495])(
    "sees what a tone at %d of the rate does when it is switched on, where it looks closely",
    (share) => {
      for (const phase of [0, 0.8, 1.3]) {
        const tone = sine(share * RATE, 0.15, RATE, 0.5, phase).map((x, frame) => (frame > 3000 ? x : 0));
        const own = truePeakDb(tone);
        const seen = (closeFrom: number) => 20 * Math.log10(Math.max(...detect(tone, 128, closeFrom).peaks));
        expect(Math.abs(seen(0.3) - own)).toBeLessThan(0.05);
      }
    },
  );

  it("reports a peak at its latency", () => {
    const click = generate(0.02, RATE, (frame) => (frame === 300 ? 1 : 0));
    const { peaks } = detect(click);
    expect(peaks.indexOf(Math.max(...peaks)) - 300).toBe(TruePeakDetector.latencyFrames);
  });

  it("never finds more than its bound, across blocks of any length", () => {
    for (const block of [128, 100, 7]) {
      const noise = whiteNoise(0.2, RATE, block).map((sample, frame) => (frame % 2000 < 400 ? sample : 0));
      const { peaks, bounds } = detect(noise, block);
      expect(peaks.every((peak, frame) => peak <= (bounds[frame] ?? 0))).toBe(true);
      expect(bounds.some((bound) => bound === 0)).toBe(true);
    }
  });

  it("finds the same in blocks of any length", () => {
    const noise = whiteNoise(0.05, RATE, 1);
    for (const closeFrom of [NEVER, -1])
      expect(detect(noise, 31, closeFrom).peaks).toEqual(detect(noise, 128, closeFrom).peaks);
  });
});

/** Padded at its end, so that the last peaks are reported too. */
function detect(
  unpadded: Float32Array,
  block = 128,
  closeFrom = NEVER,
): { peaks: number[]; bounds: number[] } {
  const signal = new Float32Array(unpadded.length + TruePeakDetector.latencyFrames + 2);
  signal.set(unpadded);
  const detector = new TruePeakDetector();
  const peaks: number[] = [];
  const bounds: number[] = [];
  for (let start = 0; start < signal.length; start += block) {
    const part = signal.subarray(start, start + block);
    const bound = detector.push(part, part.length);
    const found = new Float64Array(block);
    detector.measure(found, closeFrom);
    peaks.push(...found.subarray(0, part.length));
    bounds.push(...Array.from(part, () => bound));
  }
  return { peaks, bounds };
}

function softly(signal: Float32Array): Float32Array {
  const edge = 0.05 * RATE;
  return signal.map((sample, frame) => {
    const inside = Math.min(1, frame / edge, (signal.length - frame) / edge);
    return sample * (0.5 - 0.5 * Math.cos(Math.PI * inside));
  });
}
