import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readWav, WavWriter, writeWav } from "../../src/cli/wav.ts";
import { encodeSamples, parseWav, type WavFormat, wavHeader } from "../../src/cli/wav-format.ts";
import { sine } from "../helper/signals.ts";

const folder = mkdtempSync(join(tmpdir(), "wav-"));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, "a.wav");
const left = sine(440, 0.1, 48000, 0.5);
const right = sine(660, 0.1, 48000, 0.25);

describe("a WAV file", () => {
  it("gives back float samples exactly", async () => {
    await writeWav(path, [left, right], 48000);
    const { sampleRate, channels } = await readWav(path);
    expect(sampleRate).toBe(48000);
    expect(channels).toEqual([left, right]);
  });

  it.each([
    ["pcm16", 2 ** -16],
    ["pcm24", 2 ** -24],
  ] as const)("gives back %s samples within half a step, mono too", async (format, halfStep) => {
    await writeWav(path, [left], 44100, format);
    const { sampleRate, channels } = await readWav(path);
    expect(sampleRate).toBe(44100);
    const [read = new Float32Array(0)] = channels;
    expect(read).toHaveLength(left.length);
    expect(
      Math.max(...read.map((sample, frame) => Math.abs(sample - (left[frame] ?? 0)))),
    ).toBeLessThanOrEqual(halfStep + 1e-9);
  });

  it("holds PCM inside full scale instead of wrapping", () => {
    const view = new DataView(encodeSamples([Float32Array.of(1.5, -1.5, 1, -1)], "pcm16").buffer);
    expect([0, 2, 4, 6].map((at) => view.getInt16(at, true))).toEqual([32767, -32768, 32767, -32768]);
  });

  it("is the same whether written at once or in stretches", async () => {
    await writeWav(path, [left, right], 48000, "pcm24");
    const whole = readFileSync(path);
    const plan = { sampleRate: 48000, channelCount: 2, frames: left.length, format: "pcm24" as const };
    const writer = await WavWriter.open(path, plan);
    await writer.write([left.subarray(0, 1000), right.subarray(0, 1000)]);
    await writer.write([left.subarray(1000), right.subarray(1000)]);
    await writer.close();
    expect(readFileSync(path)).toEqual(whole);
  });

  it("is refused when frames are missing, too many, or beyond 4 GiB", async () => {
    const plan = { sampleRate: 48000, channelCount: 1, frames: 10, format: "float32" as const };
    const short = await WavWriter.open(path, plan);
    await short.write([new Float32Array(9)]);
    await expect(short.write([new Float32Array(2)])).rejects.toThrow(/more than 10/);
    await expect(short.close()).rejects.toThrow(/9 of 10/);
    expect(() => wavHeader({ ...plan, frames: 2 ** 30 })).toThrow(/4 GiB/);
  });

  it("is read from a pipe that left its sizes open, with other chunks between", () => {
    const header = wavHeader({ sampleRate: 8000, channelCount: 1, frames: 4, format: "pcm16" });
    const list = Uint8Array.from([...new TextEncoder().encode("LIST"), 3, 0, 0, 0, 1, 2, 3, 0]);
    const samples = encodeSamples([Float32Array.of(0, 0.5, -0.5, 0)], "pcm16");
    const bytes = Uint8Array.from([...header.subarray(0, 36), ...list, ...header.subarray(36), ...samples]);
    new DataView(bytes.buffer).setUint32(36 + list.length + 4, 0xffffffff, true);
    expect([...(parseWav(bytes).channels[0] ?? [])]).toEqual([0, 0.5, -0.5, 0]);
  });

  it("is refused with its path and the reason where it is none", async () => {
    writeFileSync(path, "no sound");
    await expect(readWav(path)).rejects.toThrow(/a\.wav: not a WAV file/);
    const header = wavHeader({ sampleRate: 8000, channelCount: 1, frames: 0, format: "pcm16" });
    expect(() => parseWav(header.subarray(0, 36))).toThrow(/without samples/);
  });

  it("never fails otherwise, whatever the bytes", () => {
    const header = wavHeader({ sampleRate: 8000, channelCount: 2, frames: 8, format: "pcm16" });
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(43), fc.nat(255), (tail, at, value) => {
        const bytes = Uint8Array.from([...header, ...tail]);
        bytes[at] = value;
        try {
          for (const channel of parseWav(bytes).channels) expect(channel).toBeInstanceOf(Float32Array);
        } catch (error) {
          expect(String(error)).toMatch(/WAV/);
        }
      }),
    );
  });

  it("keeps any samples in any format and number of channels", () => {
    const formats: WavFormat[] = ["float32", "pcm16", "pcm24"];
    const sample = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.integer({ min: 1, max: 3 }),
        fc.array(sample, { maxLength: 20 }),
        (format, channelCount, values) => {
          const channels = Array.from({ length: channelCount }, (_, channel) =>
            Float32Array.from(values, (value) => value / (channel + 1)),
          );
          const plan = { sampleRate: 48000, channelCount, frames: values.length, format };
          const read = parseWav(Uint8Array.from([...wavHeader(plan), ...encodeSamples(channels, format)]));
          expect(read.channels).toHaveLength(channelCount);
          read.channels.forEach((channel, index) => {
            expect(channel).toHaveLength(values.length);
            channel.forEach((value, frame) => {
              expect(Math.abs(value - (channels[index]?.[frame] ?? 0))).toBeLessThanOrEqual(2 ** -15);
            });
          });
        },
      ),
    );
  });
});
