import type { Random } from "./random.ts";

/** From nothing to full in this time, seconds: sharp, and still no step. */
const ATTACK_SECONDS = 0.0006;
/** Damping of the resonance of the splitting wood: broad (1 / Q). */
const DAMPING = 4;
/** The air gives way at the peaks: none stands far above the rest of its crackle. */
const DRIVE = 1.5;

/**
 * Writes wood that splits in the fire to the front of `out`: noise through a broad resonance, its envelope falling as
 * (1 - t)^2. Peak 1.
 * @param seconds length, 0.003-0.02
 * @param hz centre of the resonance, 500-9000
 * @returns the number of frames written
 */
export function writeCrackle(
  out: Float64Array,
  seconds: number,
  hz: number,
  random: Random,
  sampleRate: number,
): number {
  const frames = Math.min(out.length, Math.ceil(seconds * sampleRate));
  const attack = ATTACK_SECONDS * sampleRate;
  // A state variable filter, trapezoidal (Zavalishin, "The Art of VA Filter Design", 2018, 4.2).
  const g = Math.tan((Math.PI * hz) / sampleRate);
  const feedback = 1 / (1 + g * (g + DAMPING));
  // White noise of this deviation leaves the band-pass (gain 1 / DAMPING at its centre) with a deviation near 1.
  const drive = Math.sqrt((3 * DAMPING * sampleRate) / (Math.PI * hz));
  let band = 0;
  let low = 0;
  for (let i = 0; i < frames; i++) {
    const high = (drive * random.signed() - (DAMPING + g) * band - low) * feedback;
    const centre = band + g * high;
    band = centre + g * high;
    low += 2 * g * centre;
    const left = 1 - i / frames;
    out[i] = Math.min(1, i / attack) * left ** 2 * Math.tanh(DRIVE * centre);
  }
  return frames;
}
