/**
 * The bytes of a RIFF WAVE file (Microsoft and IBM, "Multimedia Programming Interface and Data Specifications 1.0",
 * 1991; WAVE_FORMAT_EXTENSIBLE of 2001 is read, not written).
 */

export type WavFormat = "float32" | "pcm16" | "pcm24";

/** Per format: bytes of a sample, and its tag in the file. */
export const FORMATS = {
  float32: { bytes: 4, tag: 3 },
  pcm16: { bytes: 2, tag: 1 },
  pcm24: { bytes: 3, tag: 1 },
} as const satisfies Record<WavFormat, { bytes: number; tag: number }>;

const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
const HEADER_BYTES = 44;

/** Whether this machine holds numbers as the file does. */
const LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

export interface Wav {
  readonly sampleRate: number;
  /** Samples, full scale = 1; one array per channel. */
  readonly channels: readonly Float32Array[];
}

/** The 44 bytes before the samples. Throws where the file would exceed the 4 GiB that its size field can hold. */
export function wavHeader(plan: {
  readonly sampleRate: number;
  readonly channelCount: number;
  readonly frames: number;
  readonly format: WavFormat;
}): Uint8Array {
  const { bytes, tag } = FORMATS[plan.format];
  const frameBytes = plan.channelCount * bytes;
  const dataBytes = plan.frames * frameBytes;
  const paddedBytes = dataBytes + (dataBytes % 2);
  if (HEADER_BYTES + paddedBytes > 0xffffffff) throw new Error("wav: longer than 4 GiB");
  const view = new DataView(new ArrayBuffer(HEADER_BYTES));
  writeText(view, 0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + paddedBytes, true);
  writeText(view, 8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, tag, true);
  view.setUint16(22, plan.channelCount, true);
  view.setUint32(24, plan.sampleRate, true);
  view.setUint32(28, plan.sampleRate * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, bytes * 8, true);
  writeText(view, 36, "data");
  view.setUint32(40, dataBytes, true);
  return new Uint8Array(view.buffer);
}

/**
 * Interleaved little-endian samples. PCM is rounded and held inside full scale; it is not dithered, so that a stretch
 * rendered alone has the bytes it has in the long file (what is written here carries noise of its own).
 */
export function encodeSamples(channels: readonly Float32Array[], format: WavFormat): Uint8Array {
  const { bytes } = FORMATS[format];
  const frames = channels[0]?.length ?? 0;
  if (format === "float32" && LITTLE_ENDIAN) return interleaved(channels, frames);
  const view = new DataView(new ArrayBuffer(frames * channels.length * bytes));
  const fullScale = 2 ** (bytes * 8 - 1);
  channels.forEach((channel, index) => {
    const stride = channels.length * bytes;
    for (let frame = 0, at = index * bytes; frame < frames; frame++, at += stride) {
      const sample = channel[frame] ?? 0;
      if (format === "float32") {
        view.setFloat32(at, sample, true);
        continue;
      }
      const level = Math.max(-fullScale, Math.min(fullScale - 1, Math.round(sample * fullScale)));
      view.setInt16(at, bytes === 2 ? level : level & 0xffff, true);
      if (bytes === 3) view.setInt8(at + 2, level >> 16);
    }
  });
  return new Uint8Array(view.buffer);
}

/** Samples as this machine holds them, ten times as fast as one by one. */
function interleaved(channels: readonly Float32Array[], frames: number): Uint8Array {
  const stride = channels.length;
  const samples = new Float32Array(frames * stride);
  channels.forEach((channel, index) => {
    for (let frame = 0, at = index; frame < frames; frame++, at += stride) samples[at] = channel[frame] ?? 0;
  });
  return new Uint8Array(samples.buffer);
}

/**
 * Reads the bytes of a WAV file: PCM of 8 to 32 bits, float of 32 and 64. A data chunk that claims more than is there
 * (written to a pipe, or cut short) gives what is there. Throws an error that says what is wrong.
 */
export function parseWav(bytes: Uint8Array): Wav {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 12 || readText(view, 0) !== "RIFF" || readText(view, 8) !== "WAVE") {
    throw new Error("not a WAV file");
  }
  let layout: { tag: number; channelCount: number; sampleRate: number; bytes: number } | null = null;
  for (let at = 12; at + 8 <= bytes.byteLength; ) {
    const name = readText(view, at);
    const size = Math.min(view.getUint32(at + 4, true), bytes.byteLength - at - 8);
    const body = at + 8;
    if (name === "fmt " && size >= 16) {
      const tag = view.getUint16(body, true);
      layout = {
        tag: tag === EXTENSIBLE && size >= 26 ? view.getUint16(body + 24, true) : tag,
        channelCount: view.getUint16(body + 2, true),
        sampleRate: view.getUint32(body + 4, true),
        bytes: view.getUint16(body + 14, true) / 8,
      };
    } else if (name === "data") {
      if (!layout) throw new Error("WAV file without a format before its samples");
      const read = sampleReader(view, layout.tag, layout.bytes);
      const { channelCount, sampleRate, bytes: width } = layout;
      if (channelCount === 0 || sampleRate === 0) throw new Error("WAV file without channels or rate");
      const frames = Math.floor(size / (channelCount * width));
      const channels = Array.from({ length: channelCount }, (_, channel) => {
        const samples = new Float32Array(frames);
        for (let frame = 0; frame < frames; frame++) {
          samples[frame] = read(body + (frame * channelCount + channel) * width);
        }
        return samples;
      });
      return { sampleRate, channels };
    }
    at = body + size + (size % 2);
  }
  throw new Error("WAV file without samples");
}

function sampleReader(view: DataView, tag: number, width: number): (at: number) => number {
  if (tag === FLOAT && width === 4) return (at) => view.getFloat32(at, true);
  if (tag === FLOAT && width === 8) return (at) => view.getFloat64(at, true);
  if (tag === PCM && width === 1) return (at) => (view.getUint8(at) - 128) / 128;
  if (tag === PCM && width === 2) return (at) => view.getInt16(at, true) / 2 ** 15;
  if (tag === PCM && width === 3) {
    return (at) => (view.getUint16(at, true) + view.getInt8(at + 2) * 65536) / 2 ** 23;
  }
  if (tag === PCM && width === 4) return (at) => view.getInt32(at, true) / 2 ** 31;
  throw new Error(`WAV format ${tag} with ${width * 8} bits is not read here`);
}

function writeText(view: DataView, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) view.setUint8(at + index, text.charCodeAt(index));
}

function readText(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
