import { integratedLufs } from "../../dsp/loudness.ts";
import { NARRATION_LUFS } from "../../session/narration.ts";

/** Quiet kept before and after the words. */
export const PAD_SECONDS = 0.02;
/** A voice never starts or stops abruptly (sound specification, section 4: 150 ms or more). */
export const EDGE_SECONDS = 0.15;
/** What is this far below the loudest sample is silence around the words. */
const SILENCE_DB = -46;
/** Loudness is measured in blocks of this length; shorter lines are filled up with quiet. */
const BLOCK_SECONDS = 0.4;

/**
 * Makes a spoken line ready: silence trimmed to {@link PAD_SECONDS}, soft edges, and the one loudness of all lines.
 * @param samples mono
 * @returns null where there is nothing to hear
 */
export function finishLine(samples: Float32Array, sampleRate: number): Float32Array | null {
  const trimmed = trim(samples, sampleRate);
  if (!trimmed) return null;
  soften(trimmed, sampleRate);
  const gain = 10 ** ((NARRATION_LUFS - lineLufs(trimmed, sampleRate)) / 20);
  return Number.isFinite(gain) ? trimmed.map((sample) => sample * gain) : null;
}

/** Loudness of a mono line as heard, on both sides. */
export function lineLufs(samples: Float32Array, sampleRate: number): number {
  const least = Math.ceil(BLOCK_SECONDS * sampleRate) + 1;
  let measured = samples;
  if (samples.length < least) {
    measured = new Float32Array(least);
    measured.set(samples);
  }
  return integratedLufs([measured, measured], sampleRate);
}

function trim(samples: Float32Array, sampleRate: number): Float32Array | null {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  if (peak === 0) return null;
  const loud = (sample: number) => Math.abs(sample) > peak * 10 ** (SILENCE_DB / 20);
  const pad = Math.round(PAD_SECONDS * sampleRate);
  const first = samples.findIndex(loud);
  const last = samples.findLastIndex(loud);
  const trimmed = new Float32Array(last - first + 1 + 2 * pad);
  const from = Math.max(0, first - pad);
  trimmed.set(samples.subarray(from, Math.min(samples.length, last + 1 + pad)), pad - (first - from));
  return trimmed;
}

/** Sine-shaped edges: quick to leave silence, so that a first consonant is heard, and slow to reach full level. */
function soften(samples: Float32Array, sampleRate: number): void {
  const edge = Math.min(Math.round(EDGE_SECONDS * sampleRate), samples.length / 2);
  for (let frame = 0; frame < edge; frame++) {
    const gain = Math.sin((Math.PI / 2) * (frame / edge));
    samples[frame] = (samples[frame] ?? 0) * gain;
    const back = samples.length - 1 - frame;
    samples[back] = (samples[back] ?? 0) * gain;
  }
}
