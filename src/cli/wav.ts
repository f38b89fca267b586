import { type FileHandle, open, readFile } from "node:fs/promises";
import { encodeSamples, FORMATS, parseWav, type Wav, type WavFormat, wavHeader } from "./wav-format.ts";

/** What a file is going to hold. */
export interface WavPlan {
  readonly sampleRate: number;
  /** 1 or more. */
  readonly channelCount: number;
  /** Frames in all, known beforehand, so that the header can stand first. */
  readonly frames: number;
  readonly format: WavFormat;
}

/** Writes a file stretch by stretch. */
export class WavWriter {
  readonly #file: FileHandle;
  readonly #plan: WavPlan;
  #written = 0;

  private constructor(file: FileHandle, plan: WavPlan) {
    this.#file = file;
    this.#plan = plan;
  }

  /** Creates or replaces `path` and writes the header. Throws where the plan does not fit a WAV file (4 GiB). */
  static async open(path: string, plan: WavPlan): Promise<WavWriter> {
    const header = wavHeader(plan);
    const file = await open(path, "w");
    await file.writeFile(header);
    return new WavWriter(file, plan);
  }

  /** Appends equally long stretches, one per channel, samples -1..1. Throws where they exceed the plan. */
  async write(channels: readonly Float32Array[]): Promise<void> {
    const frames = channels[0]?.length ?? 0;
    if (
      channels.length !== this.#plan.channelCount ||
      channels.some((channel) => channel.length !== frames)
    ) {
      throw new Error(`wav: expected ${this.#plan.channelCount} equally long channels`);
    }
    if (this.#written + frames > this.#plan.frames)
      throw new Error(`wav: more than ${this.#plan.frames} frames`);
    await this.#file.writeFile(encodeSamples(channels, this.#plan.format));
    this.#written += frames;
  }

  /** Ends the file. Throws (after closing it) where frames are missing. */
  async close(): Promise<void> {
    const { frames, channelCount, format } = this.#plan;
    const odd = (frames * channelCount * FORMATS[format].bytes) % 2 === 1;
    if (odd && this.#written === frames) await this.#file.writeFile(new Uint8Array(1));
    await this.#file.close();
    if (this.#written !== frames) throw new Error(`wav: ${this.#written} of ${frames} frames written`);
  }
}

/** Writes a whole recording at once. */
export async function writeWav(
  path: string,
  channels: readonly Float32Array[],
  sampleRate: number,
  format: WavFormat = "float32",
): Promise<void> {
  const frames = channels[0]?.length ?? 0;
  const writer = await WavWriter.open(path, { sampleRate, channelCount: channels.length, frames, format });
  await writer.write(channels);
  await writer.close();
}

/** Reads a WAV file of any PCM or float width. Throws with the path where it is none. */
export async function readWav(path: string): Promise<Wav> {
  const bytes = await readFile(path);
  try {
    return parseWav(bytes);
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
