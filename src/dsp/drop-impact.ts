import type { Random } from "./random.ts";

/** The noise that a drop's splash leaves decays to 1/e in this many pulse lengths. */
const SPLASH_DECAY = 1.6;
/** The splash is written until -60 dB. */
const SPLASH_END = Math.log(1000);
const SPLASH_GAIN = 0.35;
/** Pulse and splash together are so many pulses long. */
export const IMPACT_PULSES = 1 + SPLASH_DECAY * SPLASH_END;

/**
 * Writes a drop that strikes a surface, peak near 1, to the front of `out`: a pressure pulse of one windowed sine cycle
 * (no offset is left behind), and the noise of its splash, decaying.
 * @param pulse length of the pulse, frames, about half a millisecond; its spectrum is centred near 1 / length
 * @param length of the whole, frames; by default {@link IMPACT_PULSES} pulses
 * @returns the number of frames written
 */
export function writeImpact(
  out: Float64Array,
  pulse: number,
  random: Random,
  length: number = Math.ceil(pulse * IMPACT_PULSES) + 1,
): number {
  const frames = Math.min(out.length, length);
  const decay = Math.exp(-1 / (SPLASH_DECAY * pulse));
  let splash = SPLASH_GAIN;
  for (let i = 0; i < frames; i++) {
    const phase = (2 * Math.PI * i) / pulse;
    const knock = i < pulse ? 0.5 * (1 - Math.cos(phase)) * Math.sin(phase) * 1.54 : 0;
    out[i] = knock + splash * random.signed();
    splash *= decay;
  }
  return frames;
}
