import { type Random, UNIT } from "./random.ts";

/** Noise is driven into the air's softness: no sample stands far above the rest of its burst. */
const DRIVE = 1.5;

export interface BurstSound {
  /** From nothing to full in this part of the burst, after which it falls as (1 - t)^2. */
  readonly attackPart: number;
  /** 1 / Q of the resonance: 1 has a pitch of a sort, 4 hardly any. */
  readonly damping: number;
}

/** A burst to be written: an object, whose numbers stay off the heap. */
export interface Burst extends BurstSound {
  /** Length. */
  seconds: number;
  /** Centre of the resonance. */
  hz: number;
}

/**
 * Writes a burst of noise through a broad resonance to the front of `out`, peak 1: wood that splits, a leaf that brushes
 * another.
 * @returns the number of frames written
 */
export function writeBurst(
  out: Float64Array,
  { attackPart, damping, seconds, hz }: Burst,
  random: Random,
  sampleRate: number,
): number {
  const frames = Math.min(out.length, Math.ceil(seconds * sampleRate));
  // A state variable filter, trapezoidal (Zavalishin, "The Art of VA Filter Design", 2018, 4.2).
  const g = Math.tan((Math.PI * hz) / sampleRate);
  const take = (2 * g) / (1 + g * (g + damping));
  const keep = 1 - take * (damping + g);
  // White noise of this reach leaves the band-pass (gain 1 / damping at its centre) with a deviation near 1.
  const reach = DRIVE * Math.sqrt((3 * damping * sampleRate) / (Math.PI * hz));
  const lowKeep = 1 - g * take;
  const lowBand = g * (1 + keep);
  let band = 0;
  let low = 0;
  for (let i = 0; i < frames; i++) {
    // Both states from the two before and the input, so that neither waits for the other.
    const push = take * reach * (2 * random.bits() * UNIT - 1);
    const next = keep * band + (push - take * low);
    const both = band + next;
    low = lowKeep * low + (lowBand * band + g * push);
    band = next;
    const part = i / frames;
    out[i] = Math.min(1, part / attackPart) * (1 - part) ** 2 * softened(0.5 * both);
  }
  return frames;
}

/** tanh within 2 %, and 1 from 3 on (its continued fraction, after two terms): ten times as quick. */
function softened(x: number): number {
  const within = Math.max(-3, Math.min(3, x));
  const square = within * within;
  return (within * (27 + square)) / (27 + 9 * square);
}
