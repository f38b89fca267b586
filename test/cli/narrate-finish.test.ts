import { describe, expect, it } from "vitest";
import { EDGE_SECONDS, finishLine, lineLufs, PAD_SECONDS } from "../../src/cli/narrate/finish-line.ts";

const RATE = 24_000;

/** Something like a sentence: a tone between stretches of quiet. */
function tone(leadSeconds: number, seconds: number, tailSeconds: number, gain = 0.3): Float32Array {
  const samples = new Float32Array(Math.round((leadSeconds + seconds + tailSeconds) * RATE));
  const start = Math.round(leadSeconds * RATE);
  for (let frame = 0; frame < Math.round(seconds * RATE); frame++) {
    samples[start + frame] = gain * Math.sin((2 * Math.PI * 300 * frame) / RATE);
  }
  return samples;
}

function finished(samples: Float32Array): Float32Array {
  const line = finishLine(samples, RATE);
  if (!line) throw new Error("a tone can be heard");
  return line;
}

const peakIn = (samples: Float32Array, from: number, to: number) =>
  samples
    .subarray(Math.round(from * RATE), Math.round(to * RATE))
    .reduce((most, x) => Math.max(most, Math.abs(x)), 0);

describe("a finished line", () => {
  it.each([
    ["long", 4],
    ["short", 0.7],
    ["shorter than a loudness block", 0.3],
  ])("is at -24 LUFS on both sides: %s", (_, seconds) => {
    for (const gain of [0.02, 0.5]) {
      expect(lineLufs(finished(tone(0.3, seconds, 1, gain)), RATE)).toBeCloseTo(-24, 1);
    }
  });

  it("keeps 20 ms of quiet at both ends, however much or little there was", () => {
    for (const [lead, tail] of [
      [0.8, 1.4],
      [0, 0],
    ] as const) {
      const line = finished(tone(lead, 2, tail));
      expect(line.length / RATE).toBeCloseTo(2 + 2 * PAD_SECONDS, 2);
      expect(peakIn(line, 0, PAD_SECONDS - 0.002)).toBe(0);
      expect(peakIn(line, line.length / RATE - PAD_SECONDS + 0.004, line.length / RATE)).toBe(0);
    }
  });

  it("enters and leaves over 150 ms", () => {
    const line = finished(tone(0.5, 2, 0.5));
    const end = line.length / RATE;
    const full = peakIn(line, 0.5, 1.5);
    expect(peakIn(line, 0, EDGE_SECONDS / 2)).toBeLessThan(0.75 * full);
    expect(peakIn(line, EDGE_SECONDS, EDGE_SECONDS + 0.05)).toBeGreaterThan(0.98 * full);
    expect(peakIn(line, end - EDGE_SECONDS / 2, end)).toBeLessThan(0.75 * full);
  });

  it("does not exist where there is nothing to hear", () => {
    expect(finishLine(new Float32Array(RATE), RATE)).toBeNull();
    expect(finishLine(new Float32Array(0), RATE)).toBeNull();
  });
});
