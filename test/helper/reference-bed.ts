import { whiteNoise } from "./signals.ts";

/** How long the bed takes to come, seconds: by 5 dB/s, so that its own start is within the startle rule. */
export const BED_RISE_SECONDS = 9;

/**
 * The bed that events are judged over: independent white noise in both ears at -30 LUFS (the K-weighting lifts white
 * noise by 3.1 dB, the second ear by 3), after a slow start.
 */
export function referenceBed(seconds: number, sampleRate: number): [Float32Array, Float32Array] {
  const side = (seed: number) =>
    whiteNoise(seconds, sampleRate, seed, 10 ** (-36.1 / 20)).map((sample, frame) => {
      const missingDb = 5 * Math.max(0, BED_RISE_SECONDS - frame / sampleRate);
      return sample * 10 ** (-missingDb / 20);
    });
  return [side(101), side(102)];
}
