import { CoupledBiquad } from "./coupled-biquad.ts";

/** Holds back what speakers cannot play; 30 Hz would already cost 1.06 dB at 40 Hz. */
const HIGH_PASS_HZ = 20;
/** A zero that straightens the top octave: without it an integrator's slope bends towards half the sample rate. */
const ZERO = 0.166;

/**
 * White to brown (-6.02 dB/octave within 0.17 dB, judged above 40 Hz): an integrator with a zero,
 * (1 + 0.166 z^-1) / (1 - z^-1), and a maximally flat second-order high-pass at 20 Hz, whose numerator is
 * (1 - z^-1)^2. One factor 1 - z^-1 cancels, which leaves one stable section:
 * g (1 + 0.166 z^-1) (1 - z^-1) / (1 + a1 z^-1 + a2 z^-2). It settles in a tenth of the time that an integrator with a
 * pole at 2 Hz needs, and differs from it by 0.04 dB at 20 Hz. The density at 1 kHz is that of the white input at 48 kHz,
 * whatever the sample rate.
 */
export class BrownFilter extends CoupledBiquad {
  constructor(sampleRate: number) {
    const w = (2 * Math.PI * HIGH_PASS_HZ) / sampleRate;
    const alpha = Math.sin(w) * Math.SQRT1_2;
    // (1 + zero) rate / (2 pi f) is the integrator's gain at f; a density in Hz falls with the rate.
    const g = ((2 * Math.PI * 1000) / sampleRate / (1 + ZERO)) * Math.sqrt(sampleRate / 48_000);
    super({
      b0: g,
      b1: g * (ZERO - 1),
      b2: -g * ZERO,
      a1: (-2 * Math.cos(w)) / (1 + alpha),
      a2: (1 - alpha) / (1 + alpha),
    });
  }
}
