import type { BiquadCoefficients } from "./biquad.ts";

/** A second-order analog section: a pair of zeros over a pair of poles, gain 1 far above both. */
export interface AnalogSection {
  readonly zeroHz: number;
  readonly zeroQ: number;
  readonly poleHz: number;
  readonly poleQ: number;
}

/**
 * A digital section as an analog one sounds, also near half the sample rate, where the bilinear transform bends: its
 * poles are those of the analog section, its zeros give the analog gain at 0 Hz and at two more frequencies (after Martin
 * Vicanek, "Matched Second Order Digital Filters", 2016).
 * @param poleHz below half the sample rate
 * @param squaredGain the analog section's |H|^2 at a frequency in Hz, 0 included
 * @param matchHz the two frequencies, up to half the sample rate
 */
export function matchedBiquad(
  poleHz: number,
  poleQ: number,
  squaredGain: (hz: number) => number,
  matchHz: readonly [number, number],
  sampleRate: number,
): BiquadCoefficients {
  const w = (2 * Math.PI * poleHz) / sampleRate;
  const damping = 1 / (2 * poleQ);
  const turn = w * Math.sqrt(Math.abs(1 - damping ** 2));
  const a1 = -2 * Math.exp(-damping * w) * (damping <= 1 ? Math.cos(turn) : Math.cosh(turn));
  const a2 = Math.exp(-2 * damping * w);
  // |H|^2 = (B0 p0 + B1 p1 + B2 p2) / (A0 p0 + A1 p1 + A2 p2), with p1 = sin^2(w/2), p0 = 1 - p1, p2 = 4 p0 p1.
  const squaredA0 = (1 + a1 + a2) ** 2;
  const squaredA1 = (1 - a1 + a2) ** 2;
  const squaredB0 = squaredGain(0) * squaredA0;
  const equation = (hz: number) => {
    const p1 = Math.sin((Math.PI * hz) / sampleRate) ** 2;
    const p0 = 1 - p1;
    const p2 = 4 * p0 * p1;
    const wanted = squaredGain(hz) * (squaredA0 * p0 + squaredA1 * p1 - 4 * a2 * p2) - squaredB0 * p0;
    return { p1, p2, wanted };
  };
  const [one, other] = [equation(matchHz[0]), equation(matchHz[1])];
  const determinant = one.p1 * other.p2 - one.p2 * other.p1;
  const squaredB1 = (one.wanted * other.p2 - one.p2 * other.wanted) / determinant;
  const squaredB2 = (one.p1 * other.wanted - one.wanted * other.p1) / determinant;
  const half = 0.5 * (Math.sqrt(squaredB0) + Math.sqrt(squaredB1));
  const b0 = 0.5 * (half + Math.sqrt(Math.max(0, half ** 2 + squaredB2)));
  return { b0, b1: 0.5 * (Math.sqrt(squaredB0) - Math.sqrt(squaredB1)), b2: -squaredB2 / (4 * b0), a1, a2 };
}

/** The digital section of an {@link AnalogSection}, matched between its zeros and its poles and at half the rate. */
export function matchedSection(section: AnalogSection, sampleRate: number): BiquadCoefficients {
  const { zeroHz, zeroQ, poleHz, poleQ } = section;
  const squared = (centreHz: number, q: number, hz: number) =>
    (centreHz ** 2 - hz ** 2) ** 2 + ((centreHz * hz) / q) ** 2;
  const gain = (hz: number) => squared(zeroHz, zeroQ, hz) / squared(poleHz, poleQ, hz);
  return matchedBiquad(poleHz, poleQ, gain, [Math.sqrt(zeroHz * poleHz), sampleRate / 2], sampleRate);
}

/** Second-order band-pass with gain 1 at its centre, falling by 6 dB/octave on both sides as an analog one does. */
export function matchedBandPass(centreHz: number, q: number, sampleRate: number): BiquadCoefficients {
  const gain = (hz: number) => (hz === 0 ? 0 : 1 / (1 + (q * (hz / centreHz - centreHz / hz)) ** 2));
  return matchedBiquad(centreHz, q, gain, [centreHz, 0.37 * sampleRate], sampleRate);
}
