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
  const frames = Math.min(out.length, Math.floor((END / bubbleDamping(bubble.hz)) * sampleRate));
  if (bubble.depth > RISING_DEPTH) writeRising(out, frames, bubble, sampleRate);
  else writeSteady(out, frames, bubble, sampleRate);
  return frames;
}

/** Even and odd frames, s[n + 4] = turn s[n + 2] + fall s[n]: two chains side by side, neither waiting for the other. */
function writeSteady(out: Float64Array, frames: number, { hz }: Bubble, sampleRate: number): void {
  const step = (2 * Math.PI * hz) / sampleRate;
  const decay = Math.exp(-bubbleDamping(hz) / sampleRate);
  const turn = 2 * decay ** 2 * Math.cos(2 * step);
  const fall = -(decay ** 4);
  let s0 = 0;
  let s1 = decay * Math.sin(step);
  let s2 = decay ** 2 * Math.sin(2 * step);
  let s3 = decay ** 3 * Math.sin(3 * step);
  for (let i = 0; i < frames; i += 2) {
    out[i] = s0;
    out[i + 1] = s1;
    const s4 = turn * s2 + fall * s0;
    const s5 = turn * s3 + fall * s1;
    s0 = s2;
    s1 = s3;
    s2 = s4;
    s3 = s5;
  }
}

/** A rotating phasor whose own rotation turns by `chirp` each frame; both stay at unit length within rounding. */
function writeRising(out: Float64Array, frames: number, { hz }: Bubble, sampleRate: number): void {
  const damping = bubbleDamping(hz);
  const step = (2 * Math.PI * hz) / sampleRate;
  const chirp = (step * RISE * damping) / sampleRate;
  const decay = Math.exp(-damping / sampleRate);
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
}
