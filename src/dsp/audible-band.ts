import { Biquad, lowPass } from "./biquad.ts";
import { FilterChain } from "./filter-chain.ts";

/** Maximally flat to fourth order: the two sections' Qs. */
const QS = [0.5412, 1.3066];
const EDGE_HZ = 21_000;

/**
 * Leaves out what nobody hears, above 21 kHz (24 dB/octave; at 17.8 kHz at most 0.7 dB): most of a rising spectrum's
 * power would lie there at 96 kHz, and how much there is would depend on the sample rate.
 */
export function audibleBand(sampleRate: number): FilterChain {
  const edgeHz = Math.min(EDGE_HZ, 0.48 * sampleRate);
  return new FilterChain(QS.map((q) => new Biquad(lowPass(edgeHz, q, sampleRate))));
}
