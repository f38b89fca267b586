import { Biquad, BUTTERWORTH_Q, highPass } from "./biquad.ts";

/** Below this the integrator is flat; well under the high-pass, so that it leaves no mark on the audible slope. */
const CORNER_HZ = 2;
/** Holds back what speakers cannot play; 30 Hz would already cost 1.06 dB at 40 Hz. */
const HIGH_PASS_HZ = 20;
/** A zero that straightens the top octave: without it an integrator's slope bends towards half the sample rate. */
const ZERO = 0.166;

/**
 * White to brown (-6.02 dB/octave within 0.17 dB, judged above 40 Hz): y[n] = p y[n-1] + g (x[n] + 0.166 x[n-1]),
 * p = e^(-2 pi 2 / rate), then a second-order high-pass at 20 Hz. The density at 1 kHz equals the white input's at
 * 48 kHz, whatever the sample rate.
 */
export class BrownFilter {
  readonly #pole: number;
  readonly #gain: number;
  readonly #highPass: Biquad;
  #integral = 0;
  #before = 0;

  constructor(sampleRate: number) {
    this.#pole = Math.exp((-2 * Math.PI * CORNER_HZ) / sampleRate);
    // |H(f)| is about (1 + zero) rate / (2 pi f), and a density in Hz falls with the rate.
    this.#gain = ((2 * Math.PI * 1000) / sampleRate / (1 + ZERO)) * Math.sqrt(sampleRate / 48_000);
    this.#highPass = new Biquad(highPass(HIGH_PASS_HZ, BUTTERWORTH_Q, sampleRate));
  }

  reset(): void {
    this.#integral = this.#before = 0;
    this.#highPass.reset();
  }

  /** Filters in place. */
  process(samples: Float64Array): void {
    const pole = this.#pole;
    const gain = this.#gain;
    let integral = this.#integral;
    let before = this.#before;
    for (let i = 0; i < samples.length; i++) {
      const white = samples[i] ?? 0;
      integral = pole * integral + gain * (white + ZERO * before);
      before = white;
      samples[i] = integral;
    }
    this.#integral = integral;
    this.#before = before;
    this.#highPass.process(samples);
  }
}
