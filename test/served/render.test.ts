import { describe, expect, it } from "vitest";
import { rms } from "../helper/levels.ts";
import { firstDifference, rendered } from "../helper/render-command.ts";

describe.concurrent("render in Chromium", () => {
  it("a stretch of a bed is the long render's", async () => {
    const bed = ["--bed", "rain-window", "--rate", "44100"];
    const [long, stretch] = await Promise.all([
      rendered(...bed, "--seconds", "13"),
      rendered(...bed, "--from", "10.5", "--seconds", "2.5"),
    ]);
    expect(stretch.channels.map(({ length }) => length)).toEqual([110_250, 110_250]);
    expect(rms(stretch.channels[0] ?? [])).toBeGreaterThan(0.003);
    expect(firstDifference(stretch, long, 10.5)).toBe(-1);
  });

  it("a session is heard, on both sides and not the same on each", async () => {
    const { sampleRate, channels } = await rendered(
      ...["--session", "orient", "--lang", "en", "--seconds", "12"],
    );
    const [left = new Float32Array(0), right = new Float32Array(0)] = channels;
    expect([sampleRate, left.length, right.length]).toEqual([48_000, 12 * 48_000, 12 * 48_000]);
    for (const channel of [left, right]) expect(rms(channel.subarray(10 * 48_000))).toBeGreaterThan(0.003);
    expect(left.some((sample, frame) => sample !== right[frame])).toBe(true);
  });
});
