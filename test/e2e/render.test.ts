import { describe, expect, it } from "vitest";
import { rms } from "../helper/levels.ts";
import { rendered } from "../helper/render-command.ts";

/** That a stretch is the long render's, sample by sample, is tested on every bed in test/engine/render. */
describe.concurrent("render in Chromium", () => {
  it("a bed is heard from where it is asked for, when it has entered", async () => {
    const { sampleRate, channels } = await rendered(
      ...["--bed", "rain-window", "--rate", "44100", "--from", "10.5", "--seconds", "2.5"],
    );
    expect([sampleRate, ...channels.map(({ length }) => length)]).toEqual([44_100, 110_250, 110_250]);
    for (const channel of channels) expect(rms(channel.subarray(0, 4410))).toBeGreaterThan(0.003);
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
