import { dbToGain } from "./db.ts";
import { snap } from "./snap.ts";

const PAIRS = 6;
const LOWEST_HZ = 6;
const HIGHEST_HZ = 45_000;
const RATIO = (HIGHEST_HZ / LOWEST_HZ) ** (1 / (PAIRS - 1));
/** dB per octave of a single zero. */
const STEEPEST = 20 * Math.log10(2);
const PIVOT_HZ = 1000;

/**
 * Tilts a spectrum by any slope between -6.02 and +6.02 dB/octave: six poles, a factor apart from 6 Hz to 45 kHz, and a
 * zero beside each, the farther from it the steeper (J. O. Smith and H. F. Smith, "Closed form fractional integration and
 * differentiation via real exponentially spaced pole-zero pairs", 2016); a seventh zero straightens the top octave.
 * Within 0.3 dB of the line from 40 Hz to 16 kHz at 44.1, 48 and 96 kHz.
 *
 * Only zeros move with the slope, and they are no part of the states: v' = v + (1 - p)(x - v), y = x + (p - q)/(1 - p) v
 * for a pole p and a zero q; so a slope may move while it sounds.
 */
export class TiltFilter {
  readonly #turn: number;
  readonly #poles = new Float64Array(PAIRS);
  readonly #mix = new Float64Array(PAIRS);
  readonly #states = new Float64Array(PAIRS);
  #top = 0;
  #topState = 0;
  #dbPerOctave = Number.NaN;
  #gain = Number.NaN;
  #gainBefore = Number.NaN;

  constructor(sampleRate: number) {
    this.#turn = (2 * Math.PI) / sampleRate;
    for (let k = 0; k < PAIRS; k++) this.#poles[k] = Math.exp(-this.#turn * LOWEST_HZ * RATIO ** k);
  }

  reset(): void {
    this.#states.fill(0);
    this.#topState = 0;
    this.#gainBefore = Number.NaN;
  }

  /** @param dbPerOctave -6.02..6.02 @param gainDb at 1 kHz */
  tune(dbPerOctave: number, gainDb: number): void {
    if (dbPerOctave === this.#dbPerOctave) return;
    this.#dbPerOctave = dbPerOctave;
    const rise = dbPerOctave / STEEPEST;
    const { cos } = Math;
    const pivot = cos(this.#turn * PIVOT_HZ);
    this.#top = rise * (0.01 * rise - 0.13);
    let power = 1 + this.#top * (2 * pivot + this.#top);
    for (let k = 0; k < PAIRS; k++) {
      const pole = this.#poles[k] ?? 0;
      const zero = Math.exp(-this.#turn * LOWEST_HZ * RATIO ** (k - rise));
      this.#mix[k] = (pole - zero) / (1 - pole);
      power *= (1 - zero * (2 * pivot - zero)) / (1 - pole * (2 * pivot - pole));
    }
    this.#gain = dbToGain(gainDb) / Math.sqrt(power);
  }

  /** Filters in place; the gain runs straight from the slope of the block before to the present one's. */
  process(samples: Float64Array): void {
    const poles = this.#poles;
    const mix = this.#mix;
    const states = this.#states;
    const pa = poles[0] ?? 0;
    const pb = poles[1] ?? 0;
    const pc = poles[2] ?? 0;
    const pd = poles[3] ?? 0;
    const pe = poles[4] ?? 0;
    const pf = poles[5] ?? 0;
    const ma = mix[0] ?? 0;
    const mb = mix[1] ?? 0;
    const mc = mix[2] ?? 0;
    const md = mix[3] ?? 0;
    const me = mix[4] ?? 0;
    const mf = mix[5] ?? 0;
    let a = states[0] ?? 0;
    let b = states[1] ?? 0;
    let c = states[2] ?? 0;
    let d = states[3] ?? 0;
    let e = states[4] ?? 0;
    let f = states[5] ?? 0;
    const top = this.#top;
    let before = this.#topState;
    let gain = Number.isNaN(this.#gainBefore) ? this.#gain : this.#gainBefore;
    const step = (this.#gain - gain) / samples.length;
    this.#gainBefore = this.#gain;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i] ?? 0;
      const xb = x + ma * a;
      const xc = xb + mb * b;
      const xd = xc + mc * c;
      const xe = xd + md * d;
      const xf = xe + me * e;
      const y = xf + mf * f;
      a = x + pa * (a - x);
      b = xb + pb * (b - xb);
      c = xc + pc * (c - xc);
      d = xd + pd * (d - xd);
      e = xe + pe * (e - xe);
      f = xf + pf * (f - xf);
      samples[i] = gain * (y + top * before);
      before = y;
      gain += step;
    }
    this.#topState = snap(before);
    states[0] = snap(a);
    states[1] = snap(b);
    states[2] = snap(c);
    states[3] = snap(d);
    states[4] = snap(e);
    states[5] = snap(f);
  }
}
