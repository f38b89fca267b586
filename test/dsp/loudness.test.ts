import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { writeWav } from "../../src/cli/wav.ts";
import { integratedLufs, momentaryLufs } from "../../src/dsp/loudness.ts";
import { generate, mix, reddened, sine, whiteNoise } from "../helper/signals.ts";

const RATE = 48000;
const silence = (seconds: number) => new Float32Array(seconds * RATE);

describe("integrated loudness", () => {
  it.each([16000, 22050, 44100, 48000, 96000])(
    "reads a 997 Hz full-scale sine in one channel as -3.01 LUFS at %d Hz",
    (rate) => {
      expect(integratedLufs([sine(997, 5, rate), new Float32Array(5 * rate)], rate)).toBeCloseTo(-3.01, 1);
    },
  );

  it("reads the stereo sine of EBU Tech 3341, 1 kHz at -23 dBFS, as -23 LUFS", () => {
    const tone = sine(1000, 20, RATE, 10 ** (-23 / 20));
    expect(integratedLufs([tone, tone], RATE)).toBeCloseTo(-23, 1);
  });

  it("leaves out what is 10 LU quieter (EBU Tech 3341, test signal 3)", () => {
    const quiet = sine(1000, 10, RATE, 10 ** (-36 / 20));
    const loud = sine(1000, 60, RATE, 10 ** (-23 / 20));
    const tone = Float32Array.from([...quiet, ...loud, ...quiet]);
    expect(integratedLufs([tone, tone], RATE)).toBeCloseTo(-23, 1);
  });

  it("weights 30 Hz down and 10 kHz up as the recommendation's filter does", () => {
    const level = (hz: number) => integratedLufs([sine(hz, 5, RATE)], RATE) + 3.01;
    expect(level(10000)).toBeCloseTo(3.31, 1);
    expect(level(38.135)).toBeCloseTo(-6.7, 0);
  });

  it("is -Infinity for silence and for less than a block", () => {
    expect(integratedLufs([silence(5)], RATE)).toBe(Number.NEGATIVE_INFINITY);
    expect(integratedLufs([sine(997, 0.3, RATE)], RATE)).toBe(Number.NEGATIVE_INFINITY);
    expect(integratedLufs([], RATE)).toBe(Number.NEGATIVE_INFINITY);
  });

  it("says so when channels differ in length", () => {
    expect(() => integratedLufs([silence(5), silence(4)], RATE)).toThrow(/length/);
  });
});

describe("momentary loudness", () => {
  it("follows a step, each value over the 400 ms that begin at its hop", () => {
    const step = generate(4, RATE, (frame) =>
      frame < 2 * RATE ? 0 : Math.sin((2 * Math.PI * 997 * frame) / RATE),
    );
    const values = momentaryLufs([step], RATE, 0.05);
    expect(values).toHaveLength(73);
    expect(values[32]).toBe(Number.NEGATIVE_INFINITY);
    expect(values[36]).toBeCloseTo(-3.01 - 3.01, 0);
    expect(values[41]).toBeCloseTo(-3.01, 1);
  });
});

const folder = mkdtempSync(join(tmpdir(), "loudness-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasFfmpeg())("beside ffmpeg's ebur128", () => {
  const noise = whiteNoise(12, RATE, 1);
  const swelling = reddened(noise, 0.99).map((sample, frame) => sample * (1 + Math.sin(frame / RATE)));
  const signals: [string, number, Float32Array[]][] = [
    ["white noise", RATE, [noise, whiteNoise(12, RATE, 2)]],
    ["swelling brown noise", RATE, [swelling, noise.map((sample) => sample / 10)]],
    [
      "a tone over noise in mono at 44.1 kHz",
      44100,
      [mix(whiteNoise(12, 44100, 3, 0.01), sine(220, 12, 44100, 0.1))],
    ],
  ];
  it.each(signals)("agrees within 0.1 LU on %s", async (_, rate, channels) => {
    const path = join(folder, "signal.wav");
    await writeWav(path, channels, rate);
    expect(Math.abs(integratedLufs(channels, rate) - ffmpegLufs(path))).toBeLessThan(0.1);
  });
});

function hasFfmpeg(): boolean {
  try {
    execFileSync("ffmpeg", ["-version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** ffmpeg prints the sum as metadata with three decimals; the last line holds the integrated loudness of the whole. */
function ffmpegLufs(path: string): number {
  const filter = "ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.I:file=-";
  const printed = execFileSync("ffmpeg", [
    "-v",
    "error",
    "-i",
    path,
    "-af",
    filter,
    "-f",
    "null",
    "-",
  ]).toString();
  return Number(printed.trim().split("=").at(-1));
}
