import { encodeSamples, wavHeader } from "../../src/cli/wav-format.ts";

/** An uncompressed mono file, which every browser decodes alike and exactly: stands for a recorded line. */
export function wavOf(samples: Float32Array, sampleRate: number): ArrayBuffer {
  const plan = { sampleRate, channelCount: 1, frames: samples.length, format: "float32" } as const;
  const header = wavHeader(plan);
  const data = encodeSamples([samples], plan.format);
  const file = new Uint8Array(header.length + data.length);
  file.set(header);
  file.set(data, header.length);
  return file.buffer;
}
