import { rename, rm } from "node:fs/promises";
import { lineLufs } from "./finish-line.ts";
import { run } from "./run.ts";

/** How a recording is kept. One bit for each sample is enough for one slow voice. */
export interface Encoding {
  readonly sampleRate: number;
  readonly kilobits: number;
}

/** Speech has little above 8 kHz: half the usual rate keeps a session's pack small. */
export const PACK_ENCODING: Encoding = { sampleRate: 24_000, kilobits: 24 };
/** Four times a recording's rate or more: the peaks between samples (BS.1770-4, annex 2). */
const PEAK_RATE = 96_000;

const RAW = ["-f", "f32le", "-ac", "1"];
const QUIET = ["-v", "error", "-nostdin"];

/** Reads any audio file through filters as mono samples. */
export async function readFiltered(
  file: string,
  filters: readonly string[],
  sampleRate: number,
): Promise<Float32Array> {
  return samplesOf(
    await run("ffmpeg", [
      ...QUIET,
      "-i",
      file,
      "-af",
      filters.join(","),
      ...RAW,
      "-ar",
      String(sampleRate),
      "-",
    ]),
  );
}

/**
 * Writes mono samples as MP3, the same bytes for the same samples. It becomes a new file in one step: an app that was built
 * before keeps what it was built from (src/cli/link-files.ts).
 */
export async function writeMp3(
  samples: Float32Array,
  { sampleRate, kilobits }: Encoding,
  file: string,
): Promise<void> {
  const plain = [
    "-map_metadata",
    "-1",
    "-id3v2_version",
    "0",
    "-fflags",
    "+bitexact",
    "-flags:a",
    "+bitexact",
  ];
  const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
  const quality = ["-c:a", "libmp3lame", "-b:a", `${kilobits}k`];
  const input = ["-v", "error", "-y", ...RAW, "-ar", String(sampleRate), "-i", "-"];
  const draft = `${file}.new`;
  try {
    await run("ffmpeg", [...input, ...plain, ...quality, "-f", "mp3", draft], bytes);
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

export interface Measured {
  readonly seconds: number;
  readonly lufs: number;
  /** dB relative to full scale, peaks between samples included. */
  readonly truePeakDb: number;
}

/** Measures a recording as it will be heard. */
export async function measure(file: string): Promise<Measured> {
  const samples = samplesOf(
    await run("ffmpeg", [...QUIET, "-i", file, ...RAW, "-ar", String(PEAK_RATE), "-"]),
  );
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return {
    seconds: samples.length / PEAK_RATE,
    lufs: lineLufs(samples, PEAK_RATE),
    truePeakDb: 20 * Math.log10(peak),
  };
}

/** Little-endian floats, as every machine that Node runs on here stores them. */
function samplesOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer, 0, Math.floor(bytes.byteLength / 4));
}
