/** Bubbles that lie deeper than this rise while they ring. */
const RISING_DEPTH = 0.9;
/** Rise of pitch in a decay time, xi. */
const RISE = 0.1;
/** -80 dB: where a bubble is over. */
const END = Math.log(1e4);

/** Resonance of an air bubble in water, Hz: 3 / r (Minnaert). @param radius metres */
export function bubbleHz(radius: number): number {
  return 3 / radius;
}

/** Damping of a bubble, per second: 0.043 f + 0.0014 f^1.5 (van den Doel 2005, "Physically based models for liquid sounds"). */
export function bubbleDamping(hz: number): number {
  return 0.043 * hz + 0.0014 * hz ** 1.5;
}

/** How long a bubble of this pitch can be heard, seconds. */
export function bubbleSeconds(hz: number): number {
  return END / bubbleDamping(hz);
}

/** A bubble to be written: an object, whose numbers stay off the heap. */
export interface Bubble {
  /** Pitch at the start. */
  hz: number;
  /** 0..1; above 0.9 the pitch rises. */
  depth: number;
}

/**
 * Writes a bubble's ring, e^(-d t) sin(2 pi f0 (t + xi d t^2 / 2)), peak near 1, to the front of `out`.
 * Its loudness is up to the caller: it goes with r^1.5 x depth.
 * @returns the number of frames written
 */
export function writeBubble(out: Float64Array, bubble: Bubble, sampleRate: number): number {
  const { hz, depth } = bubble;
  const damping = bubbleDamping(hz);
  const frames = Math.min(out.length, Math.floor((END / damping) * sampleRate));
  const step = (2 * Math.PI * hz) / sampleRate;
  const chirp = depth > RISING_DEPTH ? (step * RISE * damping) / sampleRate : 0;
  const decay = Math.exp(-damping / sampleRate);
  // A rotating phasor whose own rotation turns by `chirp` each frame; both stay at unit length within rounding.
  let re = 1;
  let im = 0;
  let turnRe = Math.cos(step + chirp / 2);
  let turnIm = Math.sin(step + chirp / 2);
  const chirpRe = Math.cos(chirp);
  const chirpIm = Math.sin(chirp);
  let level = 1;
  for (let i = 0; i < frames; i++) {
    out[i] = level * im;
    level *= decay;
    const nextRe = re * turnRe - im * turnIm;
    im = re * turnIm + im * turnRe;
    re = nextRe;
    const nextTurnRe = turnRe * chirpRe - turnIm * chirpIm;
    turnIm = turnRe * chirpIm + turnIm * chirpRe;
    turnRe = nextTurnRe;
  }
  return frames;
}
